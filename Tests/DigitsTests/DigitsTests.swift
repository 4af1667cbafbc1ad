import Digits
import Testing
