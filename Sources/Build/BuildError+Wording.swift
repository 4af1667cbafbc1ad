import Glibc

extension BuildError: CustomStringConvertible {
    /// One message: what happened, where, and how to mend it.
    public var description: String {
        switch self {
        case .file(let action, let path, let code):
            "Can't \(action.rawValue) '\(path)': \(String(cString: strerror(code))).\(BuildError.mend(code, action))"
        case .notRegular(let path):
            "Can't read '\(path)': it is no regular file. Move it away, or put the file itself there."
        case .tooLarge(let path, let limit):
            "Can't read '\(path)': it holds more than \(limit >> 20) MiB, the most that is read of such a file."
        case .notText(let path):
            "'\(path)' is not UTF-8 text. Save it as UTF-8."
        case .unknownSources(let module):
            "The module '\(module)' is not among the sections compiled into this executable. "
                + "Put it into a folder of that name in Sources/Chapters and build again."
        case .study(let path, let stage, let error):
            "\(path), \(stage): \(error)"
        case .outputIsFile(let path):
            "The output '\(path)' is a file. Remove it, or name a folder with --output."
        case .outputIsForeign(let path, let example):
            "The folder '\(path)' holds '\(example)', which no build wrote, and a build replaces the whole folder. "
                + "Name another folder with --output, or empty this one."
        case .outputIsUnknown(let path):
            "'\(path)/\(OutputFolder.marker)' is not the record that a build of this version leaves, so the folder may be "
                + "no report, and a build replaces the whole folder. Name another folder with --output, or move this one away."
        case .outputHoldsOwn(let path, let name):
            "The output holds '\(path)/\(name)', which no build wrote, and the report has a file of that name. "
                + "Move it away and build again."
        case .outputHoldsSources(let path):
            "The output folder '\(path)' would replace the book's own sources, or lie among them. "
                + "Name another folder with --output."
        }
    }

    private static func mend(_ code: Int32, _ action: FileAction) -> String {
        switch (code, action) {
        case (ENOSPC, _), (EDQUOT, _): " Free some space and build again; finished work is kept."
        case (EACCES, .read), (EPERM, .read), (EACCES, .list), (EPERM, .list): " Allow this user to read it."
        case (EACCES, _), (EPERM, _), (EROFS, _): " Allow this user to write there, or name another folder."
        case (EMFILE, _), (ENFILE, _): " Allow more open files: ulimit -n 1024."
        case (EBUSY, .exchange), (EXDEV, .exchange):
            " It is where a file system is mounted, and a report takes its folder's place whole. "
                + "Name a folder within it with --output."
        default: ""
        }
    }
}
