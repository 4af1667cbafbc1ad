import Foundation

/// The report that stood before the one that stands now. Most of its files are those of the standing one by a second link, so
/// a new report that moves them from there needs neither links of its own nor the old ones removed.
struct PreviousReport: Sendable {
    let path: String

    /// Moves the files whose stamps are `wanted`, by path, into the empty folder `target`; the report is gone then. Moves
    /// nothing when there is none, or it lies on another file system.
    ///
    /// - Returns: the paths of what was moved.
    func move(_ wanted: [String: FileStamp], into target: String) throws(BuildError) -> Set<String> {
        // What a link leads to is no report.
        guard FileSystem.kind(of: path) == .folder else { return [] }
        // In one step, so that no comparison and no other build meets a part of it.
        let taken = "\(target)/.previous"
        guard rename(path, taken) == 0 else { return [] }
        var moved: Set<String> = []
        for entry in try FileSystem.entries(in: taken) {
            let (old, new) = ("\(taken)/\(entry.name)", "\(target)/\(entry.name)")
            let isWanted = wanted[entry.name].map { FileStamp(ofItself: old) == $0 } ?? false
            guard entry.isFolder || isWanted, rename(old, new) == 0 else { continue }
            if entry.isFolder {
                try sift("\(entry.name)/", of: target, wanted, into: &moved)
            } else {
                moved.insert(entry.name)
            }
        }
        do {
            try FileSystem.remove(taken)
        } catch {
            // It may be another user's. Back where it was it is in nobody's way.
            guard rename(taken, path) == 0 else { throw error }
        }
        return moved
    }

    /// Removes everything from a folder of `target` that is not wanted, and the folder if nothing stays.
    private func sift(
        _ folder: String, of target: String, _ wanted: [String: FileStamp], into kept: inout Set<String>
    ) throws(BuildError) {
        let before = kept.count
        for entry in try FileSystem.entries(in: "\(target)/\(folder)") {
            let path = folder + entry.name
            if entry.isFolder {
                try sift(path + "/", of: target, wanted, into: &kept)
            } else if let stamp = wanted[path], FileStamp(ofItself: "\(target)/\(path)") == stamp {
                kept.insert(path)
            } else {
                try FileSystem.remove(entry, of: "\(target)/\(folder)")
            }
        }
        if kept.count == before { try FileSystem.remove("\(target)/\(folder.dropLast())") }
    }
}
