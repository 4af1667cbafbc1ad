import Build
import Testing
