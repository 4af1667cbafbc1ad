import Build
import Foundation
import Hashing
import Synchronization
import Testing

/// A store keeps entries whole, and knows when they are not.
struct StoreTests {
    private let folder: TemporaryFolder
    private let key = Digest(of: "key")

    init() throws { folder = try TemporaryFolder() }

    private func store(_ damage: DamageLog = DamageLog()) -> Store {
        Store(folder: folder.url) { damage.add($0) }
    }

    @Test func keepsWhatIsPutIn() throws {
        let store = store()
        #expect(try store.data(for: key, of: .items) == nil)
        try store.keep(Data("payload".utf8), for: key, of: .items)
        #expect(try store.data(for: key, of: .items) == Data("payload".utf8))
        #expect(try store.data(for: key, of: .results) == nil)
        #expect(try store.data(for: Digest(of: "other"), of: .items) == nil)
    }

    @Test func keepsAnEmptyPayload() throws {
        try store().keep(Data(), for: key, of: .items)
        #expect(try store().data(for: key, of: .items) == Data())
    }

    @Test func noticesEveryFlippedBit() throws {
        try store().keep(Data("payload".utf8), for: key, of: .items)
        let path = store().path(for: key, of: .items)
        let whole = try Data(contentsOf: URL(filePath: path))
        for place in whole.indices {
            for bit in 0..<8 {
                var torn = whole
                torn[place] ^= 1 << UInt8(bit)
                try torn.write(to: URL(filePath: path))
                let damage = DamageLog()
                #expect(try store(damage).data(for: key, of: .items) == nil, "byte \(place), bit \(bit)")
                #expect(damage.entries == [DamagedEntry(kind: .items, path: path)])
            }
        }
    }

    @Test func noticesEveryTruncation() throws {
        try store().keep(Data("payload".utf8), for: key, of: .items)
        let path = store().path(for: key, of: .items)
        let whole = try Data(contentsOf: URL(filePath: path))
        for count in 0..<whole.count {
            try whole.prefix(count).write(to: URL(filePath: path))
            #expect(try store().data(for: key, of: .items) == nil, "\(count) bytes")
        }
    }

    @Test func noticesAnEntryUnderAnotherName() throws {
        let other = Digest(of: "other")
        try store().keep(Data("payload".utf8), for: key, of: .items)
        try store().keep(Data("another".utf8), for: other, of: .items)
        let file = URL(filePath: store().path(for: key, of: .items))
        let moved = URL(filePath: store().path(for: other, of: .items))
        try Data(contentsOf: file).write(to: moved)
        #expect(try store().data(for: other, of: .items) == nil)
    }

    @Test func replacesADamagedEntry() throws {
        try store().keep(Data("payload".utf8), for: key, of: .items)
        try Data("rubbish".utf8).write(to: URL(filePath: store().path(for: key, of: .items)))
        try store().keep(Data("payload".utf8), for: key, of: .items)
        #expect(try store().data(for: key, of: .items) == Data("payload".utf8))
    }

    @Test func manyWritersLeaveOneWholeEntry() async throws {
        let store = store()
        let payload = Data(repeating: 7, count: 200_000)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try store.keep(payload, for: key, of: .items)
                    #expect(try store.data(for: key, of: .items) == payload)
                }
            }
            try await group.waitForAll()
        }
        let left = try FileManager.default.contentsOfDirectory(
            atPath: folder.url.appending(path: "temporary").path(percentEncoded: false))
        #expect(left.isEmpty)
    }

    @Test func aStoreThatCannotBeWrittenSaysSo() throws {
        let file = folder.url.appending(path: "file")
        try Data().write(to: file)
        let store = Store(folder: file)
        let error = #expect(throws: BuildError.self) { try store.keep(Data(), for: key, of: .items) }
        #expect(error?.description.contains("Not a directory") == true)
    }
}

final class DamageLog: Sendable {
    private let log = Mutex<[DamagedEntry]>([])
    var entries: [DamagedEntry] { log.withLock { $0 } }
    func add(_ entry: DamagedEntry) { log.withLock { $0.append(entry) } }
}
