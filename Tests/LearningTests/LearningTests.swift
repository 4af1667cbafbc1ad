import Learning
import Testing
