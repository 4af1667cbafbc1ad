import Notebook
import Report

/// A command line or a book's settings that make no sense here.
enum ToolError: Error, Equatable {
    case unknownCommand(String, known: [String])
    case unknownTopic(String, known: [String])
    /// Fewer files may be open at once than are needed.
    case tooFewFiles(Int, needed: Int)
    /// The process may use fewer addresses than are needed.
    case tooLittleMemory(ByteCount, needed: ByteCount)
    case noRoot(start: String)
    case notARoot(path: String)
    case unknownProfile(String)
    case unknownSection(String, known: [String])
    case unknownStudy(String, section: String, known: [String])
    /// A section that the report does not show, since results of it are missing.
    case absentSection(String)
    case unknownFormat(String)
    case unknownPaper(String)
    case malformedSetting(String)
    case wrongSeed(String)
    case emptyOnly(known: [String])
    case settingOfAnother(section: String, setting: String, running: [String])
    case wrongDays(String)
    case wrongSeeds(String, limit: Int)
    case wrongJobs(Int)
    case wrongSize(String)
    case noReport(path: String, missing: String)
    case noPreviousReport(String)
    case keepsLongRunsOnly
    case keepsWrittenRunsOnly(String)
    case profileNeedsData(Profile, study: String, set: String, title: String)
    /// Images are named, and the book reads none.
    case noImages
    case missingTemplates(path: String)
    case missingTemplate(String)
    case unknownBuiltIn(String, known: [String])
    /// The book has a file where one is to be written.
    case hasOwnFile(String)
    case wrongName(String)
    case noStudyPath(String)
    case takenName(String, by: String)
    case noPackage(String)
    case unknownEngine(String)
    /// An option that only means something with an engine.
    case needsEngine(option: String)
    /// What is at `path` is no list of work.
    case noWorkList(path: String)
    case wrongBatch(Int, count: Int)
    case wrongSeconds(option: String, Double)
    /// A worker that would not compute what the list means.
    case otherWork(host: String, what: String, wanted: String, found: String)
    /// A kernel that this machine can't run, and why.
    case lacksKernel(host: String, reason: String)
    /// Keys of a batch that no experiment asks for.
    case absentItems(count: Int, example: String)
    case failedItems(count: Int, messages: [String])
    /// An engine whose program `program` is not there.
    case noEngine(program: String)
    case engineRefused(program: String, answer: String)
    /// Workers that could not begin, and what the first of them wrote.
    case idleRounds(count: Int, log: String, text: String)
    case refusedByHosts([String])
    /// Items that failed in several rounds, each with what is known of it and where its log lies.
    case givenUp([String])

    /// Whether the command line is wrong, rather than the book or the machine.
    var isUsage: Bool {
        switch self {
        case .unknownCommand, .unknownTopic, .unknownProfile, .unknownSection, .unknownStudy, .unknownFormat,
            .unknownPaper,
            .malformedSetting,
            .emptyOnly, .settingOfAnother, .wrongDays, .wrongSeed, .wrongSeeds, .wrongJobs, .wrongSize,
            .keepsLongRunsOnly, .keepsWrittenRunsOnly, .profileNeedsData, .noImages, .notARoot, .unknownBuiltIn,
            .wrongName, .noStudyPath, .takenName, .noPackage, .unknownEngine, .needsEngine, .wrongBatch, .wrongSeconds:
            true
        case .tooFewFiles, .tooLittleMemory, .noRoot, .noReport, .noPreviousReport,
            .absentSection, .missingTemplates, .missingTemplate, .hasOwnFile, .noWorkList, .otherWork, .lacksKernel,
            .absentItems,
            .failedItems, .noEngine, .engineRefused, .idleRounds, .refusedByHosts, .givenUp:
            false
        }
    }
}
