import Glibc

extension BuildError: CustomStringConvertible {
    /// One message: what happened, where, and how to mend it.
    public var description: String {
        switch self {
        case .file(let action, let path, let code):
            "Can't \(action.rawValue) '\(path)': \(String(cString: strerror(code))).\(BuildError.mend(code))"
        case .unknownSources(let module):
            "The module '\(module)' is not among the sections compiled into this executable. "
                + "Put it into a folder of that name in Sources/Chapters and build again."
        case .section(let slug, let stage, let error):
            "\(slug), \(stage): \(error)"
        case .outputIsFile(let path):
            "The output '\(path)' is a file. Remove it, or name a folder with --output."
        case .outputIsForeign(let path, let example):
            "The folder '\(path)' holds '\(example)', which no build wrote, and a build replaces the whole folder. "
                + "Name another folder with --output, or empty this one."
        case .outputHoldsSources(let path):
            "The output folder '\(path)' would replace the book's own sources. Name another folder with --output."
        }
    }

    private static func mend(_ code: Int32) -> String {
        switch code {
        case ENOSPC, EDQUOT: " Free some space and build again; what is done is kept."
        case EACCES, EPERM, EROFS: " Allow this user to write there, or name another folder."
        default: ""
        }
    }
}
