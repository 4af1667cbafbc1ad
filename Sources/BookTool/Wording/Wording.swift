import Build
import Foundation
import Learning
import Notebook
import Report
import Tables

/// What a reader is told: one message for each thing that can go wrong, with its place and how to mend it.
enum Wording {
    /// The lines that end a failed command. Mistakes in templates bring their own places and severity.
    static func report(_ error: any Error) -> String {
        let diagnostics = diagnostics(of: error)
        return diagnostics.isEmpty ? "error: \(message(for: error))" : Diagnostic.text(of: diagnostics)
    }

    /// What is to be said at places of the book's files; nothing for other errors.
    static func diagnostics(of error: any Error) -> [Diagnostic] {
        switch error {
        case ReportError.problems(let problems): problems.map { $0.diagnostic() }
        case let faults as SettingsFaults: faults.all.map { diagnostic(of: $0, in: faults.file) }
        default: []
        }
    }

    private static func diagnostic(of fault: SettingsFault, in file: String) -> Diagnostic {
        let message =
            switch fault.reason {
            case .noYAML(let reason): "this isn't valid YAML: \(reason)"
            case .unknown(let name, let known):
                "unknown setting '\(name)'. \(Suggestion.sentence(for: name, among: known))"
            case .wrong(let name, let wanted): "'\(name)' must be \(wanted)."
            case .unmet(let name, let why): "'\(name)': \(why)"
            case .noMapping(let known):
                "a setting is a name, a colon and a value, such as 'seed: 1'. Known: \(known.joined(separator: ", "))."
            }
        return Diagnostic(.error, message, file: file, line: fault.line, column: fault.column, source: fault.text)
    }

    /// Whether the command line is wrong, rather than the book or the machine.
    static func isUsage(_ error: any Error) -> Bool {
        switch error {
        case let error as ToolError: error.isUsage
        case is SettingError: true
        case FetchError.unknownSet, FetchError.wrongAddress: true
        default: false
        }
    }

    static func message(for error: any Error) -> String {
        switch error {
        case LearningError.dataFile(_, .missing): [describe(error), fetching].compactMap { $0 }.joined(separator: " ")
        case is SettingsFaults: Diagnostic.text(of: diagnostics(of: error))
        case let error as TableError: message(for: error)
        case let error as ToolError: message(for: error)
        case let error as SettingError: message(for: error)
        case let error as LabError: message(for: error)
        case let error as PageError: message(for: error)
        case BuildError.study(let path, let stage, let error): "\(path), \(stage): \(message(for: error))"
        case let error as BuildError: error.description
        case let error as CocoaError: message(for: error)
        case is CancellationError: "The build was stopped; finished work is kept."
        default: describe(error)
        }
    }

    private static func describe(_ error: any Error) -> String {
        (error as? any LocalizedError)?.errorDescription ?? String(describing: error)
    }

    /// How a reader comes by the images that are missing.
    private static var fetching: String? {
        BookTool.current?.book.images.map { "'\(BookTool.name) data fetch \($0.name)' fetches it." }
    }

    /// The file of the book's settings.
    private static var settings: String { "\(BookTool.name).yml" }

    private static func message(for error: TableError) -> String {
        let path: String
        switch error {
        case .missing(let found), .damaged(let found, _, _): path = found
        default: return describe(error)
        }
        let name = URL(filePath: path).deletingLastPathComponent().lastPathComponent
        let canBeFetched = BookTool.current?.book.data.first { $0.name == name }?.addresses.isEmpty == false
        let isDamaged = if case .damaged = error { true } else { false }
        let mend =
            canBeFetched
            ? "\(isDamaged ? "Move it away; " : "")'\(BookTool.name) data fetch \(name)' fetches it."
            : "It comes with the book: put it back\(isDamaged ? ", or declare the new checksum in the book" : "")."
        return "\(describe(error)) \(mend)"
    }

    static func message(for entry: DamagedEntry) -> String {
        "The stored entry '\(entry.path)' is damaged (its checksum differs); computing it again."
    }

    static func message(for obstacle: Obstacle) -> String {
        switch obstacle {
        case .stays(let path, let code):
            "Can't remove '\(path)', which an earlier build left: \(String(cString: strerror(code))). "
                + "The build goes on; remove it by hand."
        case .replaced(let path):
            "'\(path)' was no folder of the store's own and has been removed; what it may have led to is untouched."
        case .notKept(let path, let code):
            "The report that stood before can't be kept at '\(path)': \(String(cString: strerror(code))). "
                + "'diff' has nothing to compare with."
        }
    }

    private static func message(for error: ToolError) -> String {
        switch error {
        case .unknownCommand(let name, let known):
            "Unknown command '\(name)'. \(Suggestion.sentence(for: name, among: known))"
        case .unknownTopic(let name, let known):
            "There is no help on '\(name)'. \(Suggestion.sentence(for: name, among: known))"
        case .tooFewFiles(let allowed, let needed):
            "Only \(allowed) files may be open at once, and \(needed) are needed. Allow more: ulimit -n 1024."
        case .tooLittleMemory(let allowed, let needed):
            "The process may use only \(allowed) of addresses, and needs \(needed). Allow it: ulimit -v unlimited."
        case .noRoot(let start):
            "No book here: neither '\(start)' nor a folder above it holds \(settings). "
                + "Go to the book's folder, or name it with --root."
        case .notARoot(let path):
            "'\(path)' is no book's root: it holds no \(settings). Name the folder that does with --root."
        case .unknownProfile(let name):
            "Unknown profile '\(name)'. \(Suggestion.sentence(for: name, among: Profile.allCases.map(\.rawValue)))"
        case .unknownSection(let name, let known):
            "Unknown section '\(name)'. \(Suggestion.sentence(for: name, among: known))"
        case .unknownStudy(let name, let section, let known):
            "The section '\(section)' has no study '\(name)'. \(Suggestion.sentence(for: name, among: known))"
        case .absentSection(let slug):
            "The report does not show '\(slug)', since not all its studies have been run. Run '\(BookTool.name) build' first."
        case .unknownFormat(let name):
            "Unknown format '\(name)'. \(Suggestion.sentence(for: name, among: Format.allCases.map(\.rawValue)))"
        case .unknownPaper(let name):
            "Unknown paper '\(name)'. \(Suggestion.sentence(for: name, among: Paper.allCases.map(\.rawValue)))"
        case .malformedSetting(let text):
            "Can't read --set '\(text)'. Write section.parameter=value; '\(BookTool.name) list --verbose' shows the parameters."
        case .wrongSeed(let text):
            "The seed '\(text)' must be a whole number from 0 to \(UInt64.max)."
        case .emptyOnly(let known):
            "--only names no section. Known: \(known.joined(separator: ", "))."
        case .settingOfAnother(let section, let setting, let running):
            "--set \(section).\(setting) changes nothing, for '\(section)' does not run; what does: "
                + "\(running.joined(separator: ", ")). Leave it out, or run '\(section)', too."
        case .wrongDays(let text):
            "--older-than \(text) must be a number of days of at least 0."
        case .wrongSeeds(let text, let limit):
            "Can't read --seeds '\(text)'. Write the first and the last master seed, such as 1-10; at most \(limit)."
        case .keepsLongRunsOnly:
            "A build runs the profile 'quick' itself. Name a longer one to keep: --profile full"
                + (BookTool.current?.book.images.map { " --data with \($0.title)'s folder." } ?? ".")
        case .keepsWrittenRunsOnly(let section):
            "Kept results must be what the prose was written for, but '\(section)' would run with another seed or "
                + "other parameters. Leave out --seed and --set."
        case .wrongJobs(let count):
            "--jobs \(count) must be at least 1."
        case .noReport(let path, let missing):
            "'\(path)' is no report: it holds no \(missing). Name a folder that '\(BookTool.name) build' has written."
        case .noPreviousReport(let output):
            "Only one report was built into '\(output)' so far. Build again after a change, or name two folders."
        case .wrongSize(let text):
            "Can't read the size '\(text)'. Write a number with K, M, G or T behind it, such as 500M or 1.5G."
        case .profileNeedsData(let profile, let study, let set, let title):
            "The study '\(study)' reads \(title) in the profile '\(profile)'. Name the folder that holds its files with --data. "
                + "'\(BookTool.name) data fetch \(set)' fetches it."
        case .noImages:
            "This book reads no images. Leave out --data."
        case .missingTemplates(let path):
            "The folder '\(path)' is missing; it holds the prose of every section. Restore it and build again."
        case .missingTemplate(let name):
            "templates/\(name) is missing; it holds its section's prose. Write it, or leave the section out with --only."
        case .unknownBuiltIn(let name, let known):
            "No file named '\(name)' is built in. \(Suggestion.sentence(for: name, among: known))"
        case .hasOwnFile(let path):
            "'\(path)' exists already and is left as it is. Remove it first, or choose another name."
        case .wrongName(let name):
            "'\(name)' can't be a name. Write lower-case letters and digits, with hyphens between words, such as early-stopping."
        case .noStudyPath(let path):
            "'\(path)' names no study. Write the section and the study with a slash between them, such as averages/medians."
        case .takenName(let name, let owner):
            "'\(name)' is taken by \(owner). Choose another name; a title may be any."
        case .unknownEngine, .needsEngine, .noWorkList, .wrongBatch, .wrongSeconds, .otherWork, .lacksKernel,
            .absentItems,
            .failedItems,
            .noEngine, .engineRefused, .idleRounds, .refusedByHosts, .givenUp:
            engineMessage(for: error)
        case .noPackage(let path):
            "'\(path)' holds no Package.swift. Name the folder or the address of the package that holds BookTool."
        }
    }

    private static func message(for error: SettingError) -> String {
        switch error {
        case .unknownParameter(let setting, let study, let known):
            "The \(study.contains("/") ? "study" : "section") '\(study)' has no parameter '\(setting.key)'. "
                + Suggestion.sentence(for: setting.key, among: known)
        case .ambiguousParameter(let setting, let section, let studies):
            "Several studies of '\(section)' have a parameter '\(setting.key)'. Put the study's name before it: "
                + studies.map { "\(section).\($0).\(setting.key)" }.joined(separator: " or ") + "."
        case .wrongType(let setting, let study, let value):
            "The value '\(setting.value)' does not fit the parameter '\(name(of: setting, study))', whose default is "
                + "\(value)."
        case .outOfLimits(let setting, let study, let allowed):
            "The parameter '\(name(of: setting, study))' is \(setting.value), but must be \(allowed)."
        }
    }

    private static func message(for error: LabError) -> String {
        switch error {
        case .undeclaredImages:
            "The study asks for images, which it does not declare. Add 'static let readsImages = true' to it."
        case .undeclaredInput(let name):
            "The study asks for the results of '\(name)', which is not among its inputs. Add it to 'static let inputs'."
        }
    }

    private static func message(for error: PageError) -> String {
        switch error {
        case .duplicate(let noun, let name, let first, let second):
            "Two \(noun.rawValue)s are called '\(name)': one at \(first), one at \(second). Give one of them another name."
        }
    }

    /// A parameter as a command names it.
    private static func name(of setting: Setting, _ study: String) -> String {
        "\(study.replacing("/", with: ".")).\(setting.key)"
    }

    private static func message(for error: CocoaError) -> String {
        let path = error.filePath.map { " '\($0)'" } ?? ""
        let cause = (error.underlying as? POSIXError).map { String(cString: strerror($0.code.rawValue)) }
        return "Can't use the file\(path): \(cause ?? error.localizedDescription)."
    }
}
