/// What can go wrong between a study and its place in the output.
public indirect enum BuildError: Error, Sendable {
    /// A system call failed on `path`; `code` is its errno.
    case file(FileAction, path: String, code: Int32)
    /// What lies at `path` is no regular file.
    case notRegular(path: String)
    /// The file at `path` holds more than `limit` bytes.
    case tooLarge(path: String, limit: Int)
    /// The file at `path` is not UTF-8 text.
    case notText(path: String)
    /// `module` is not among the sources compiled into the executable.
    case unknownSources(module: String)
    /// Something failed within a study, named by its path.
    case study(String, stage: String, any Error)
    /// The output is a file, not a folder.
    case outputIsFile(path: String)
    /// The output folder holds `example`, which no build wrote.
    case outputIsForeign(path: String, example: String)
    /// The output folder's `build.json` is not what a build leaves there.
    case outputIsUnknown(path: String)
    /// The output holds `name`, which no build wrote, and the report has a file of that name.
    case outputHoldsOwn(path: String, name: String)
    /// The output folder holds the book's root, or lies within a folder that a build reads.
    case outputHoldsSources(path: String)

    /// What was being done to a file.
    public enum FileAction: String, Sendable {
        case read, write, create, remove, exchange, list
    }
}
