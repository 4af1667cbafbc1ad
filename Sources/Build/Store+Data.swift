import Foundation
import Hashing

extension Store {
    /// Keeps copies of the files of a data set, so that workers need no other folder than the store's.
    ///
    /// - Parameters:
    ///   - names: the names that the files may have; those that are not there are left out.
    ///   - checksum: what tells the data set from others.
    /// - Returns: the folder of the copies, which is named after the checksum.
    public func keepData(_ names: [String], in folder: URL, checksum: String) throws(BuildError) -> String {
        let copies = "\(path)/data/\(Digest(of: checksum).hex)"
        for name in names {
            let file = folder.appending(path: name).path(percentEncoded: false)
            guard let data = try FileSystem.contents(of: file) else { continue }
            let copy = "\(copies)/\(name)"
            // What another build has damaged or cut short is written again.
            if try FileSystem.contents(of: copy, followsLinks: false) != data { try write(data, to: copy) }
        }
        return copies
    }
}
