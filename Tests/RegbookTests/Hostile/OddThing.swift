import Foundation

/// Twenty things that can lie where a file of a book should.
enum OddThing: String, CaseIterable {
    case nothing, empty, zeroByte, zeros, allBytes, latin1, utf16, byteOrderMark, carriageReturns, longLine, half,
        doubled
    case brackets, pipe, folder, endlessDevice, danglingLink, circularLink, linkToFolder, hugeHole

    /// Puts it at `path`, where a file holds `data`.
    func put(at path: String, insteadOf data: Data) throws {
        unlink(path)
        let file = URL(filePath: path)
        switch self {
        case .nothing: break
        case .empty: try Data().write(to: file)
        case .zeroByte: try (data.prefix(data.count / 2) + [0] + data.dropFirst(data.count / 2)).write(to: file)
        case .zeros: try Data(count: 1 << 16).write(to: file)
        case .allBytes: try Data(0...255).write(to: file)
        case .latin1: try (data + [0xE4, 0x0A]).write(to: file)
        case .utf16: try (Data([0xFF, 0xFE]) + data.flatMap { [$0, 0] }).write(to: file)
        case .byteOrderMark: try (Data([0xEF, 0xBB, 0xBF]) + data).write(to: file)
        case .carriageReturns: try data.reduce(into: Data()) { $0 += $1 == 10 ? [13, 10] : [$1] }.write(to: file)
        case .longLine: try Data(String(repeating: "{{x}} $a$ [](claim:c) ", count: 300).utf8).write(to: file)
        case .half: try data.prefix(data.count / 2).write(to: file)
        case .doubled: try (data + data).write(to: file)
        case .brackets: try Data(String(repeating: "[", count: 20_000).utf8).write(to: file)
        case .pipe: mkfifo(path, 0o644)
        case .folder: mkdir(path, 0o755)
        case .endlessDevice: symlink("/dev/zero", path)
        case .danglingLink: symlink("/nowhere/at/all", path)
        case .circularLink: symlink(file.lastPathComponent, path)
        case .linkToFolder: symlink("/usr", path)
        case .hugeHole:
            try Data().write(to: file)
            truncate(path, 1 << 40)
        }
    }
}
