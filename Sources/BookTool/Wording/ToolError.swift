import Notebook

/// A command line or a book's settings that make no sense here.
enum ToolError: Error, Equatable {
    case noRoot(start: String)
    case notARoot(path: String)
    case settings(problem: String)
    case unknownSetting(String, line: Int, known: [String])
    case wrongSetting(String, line: Int, wanted: String)
    case unknownProfile(String)
    case unknownSection(String, known: [String])
    case unknownFormat(String)
    case unknownPaper(String)
    case malformedSetting(String)
    case wrongSeed(String)
    case wrongSeeds(String)
    case wrongJobs(Int)
    case wrongSize(String)
    case noReport(path: String, missing: String)
    case noPreviousReport(String)
    case keepsLongRunsOnly
    case keepsWrittenRunsOnly(String)
    case profileNeedsData(Profile)
    case missingTemplates(path: String)
    case missingTemplate(String)
}
