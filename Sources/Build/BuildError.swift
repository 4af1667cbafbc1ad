/// What can go wrong between a section and its place in the output.
public indirect enum BuildError: Error, Sendable {
    /// A system call failed on `path`; `code` is its errno.
    case file(FileAction, path: String, code: Int32)
    /// `module` is not among the sources compiled into the executable.
    case unknownSources(module: String)
    /// Something failed within a section.
    case section(slug: String, stage: String, any Error)
    /// The output is a file, not a folder.
    case outputIsFile(path: String)
    /// The output folder holds `example`, which no build wrote.
    case outputIsForeign(path: String, example: String)
    /// The output folder holds the book's root, or lies within a folder that a build reads.
    case outputHoldsSources(path: String)

    /// What was being done to a file.
    public enum FileAction: String, Sendable {
        case read, write, create, remove, exchange, list
    }
}
