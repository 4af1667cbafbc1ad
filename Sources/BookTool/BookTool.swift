import Build
import Report
