import BookTool
import FixtureBook
import Foundation
import Hashing
import Testing

/// `data fetch` against a server on this machine.
struct FetchTests {
    /// 40,000 bytes that pack to about as many, as gzip with stored blocks.
    static let unpacked = [UInt8]((0..<40_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) })
    static let packed = Self.gzip(unpacked)
    static let numbers = DataSet.images(
        "mnist", title: "MNIST", licence: "free",
        files: [.init("numbers", checksum: Digest(of: unpacked).hex, fetchedAs: "numbers.gz")],
        addresses: ["http://127.0.0.1:1"], standIn: { GreyImages(grey: 0.5) }, read: { _ in GreyImages(grey: 0) })

    private let book: FixtureFolder

    init() throws { book = try FixtureFolder(book: FixtureBook.book(data: [Self.numbers])) }

    /// gzip data of stored blocks.
    static func gzip(_ bytes: [UInt8]) -> Data {
        var data = Data([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
        for start in stride(from: 0, to: bytes.count, by: 0xffff) {
            let block = bytes[start..<min(start + 0xffff, bytes.count)]
            let size = UInt16(block.count)
            data.append(block.endIndex == bytes.count ? 1 : 0)
            for word in [size, ~size] { data.append(contentsOf: [UInt8(word & 0xff), UInt8(word >> 8)]) }
            data.append(contentsOf: block)
        }
        var check = UInt32.max
        for byte in bytes {
            check ^= UInt32(byte)
            for _ in 0..<8 { check = check & 1 == 1 ? check >> 1 ^ 0xedb8_8320 : check >> 1 }
        }
        for word in [~check, UInt32(bytes.count)] {
            data.append(contentsOf: (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) })
        }
        return data
    }

    private func fetch(_ servers: LoopbackServer...) async -> FixtureFolder.Outcome {
        await book.run(["data", "fetch", "mnist"] + servers.flatMap { ["--from", $0.address] })
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: book.root.appending(path: "data/mnist").path).sorted()
    }

    private func isWhole() throws -> Bool {
        try Data(contentsOf: book.root.appending(path: "data/mnist/numbers.gz")) == Self.packed
    }

    @Test func aFileIsFetchedOnceAndOnlyOnce() async throws {
        let server = try LoopbackServer { _ in .init(body: Self.packed) }
        defer { server.stop() }
        let outcome = await fetch(server)
        #expect(outcome.code == 0 && outcome.errors.isEmpty)
        #expect(
            outcome.output.hasPrefix(
                "fetched   numbers.gz  \(Self.packed.count) bytes from \(server.address)\n"))
        #expect(try names() == ["numbers.gz"] && isWhole())
        #expect(server.requests == [.init(path: "/numbers.gz", offset: nil)])
        let again = await fetch(server)
        #expect(again.code == 0 && again.output.hasPrefix("there     numbers\n"))
        #expect(server.requests.count == 1)
    }

    @Test func aCutDownloadGoesOnWhereItEnded() async throws {
        let server = try LoopbackServer { .init(body: Self.packed, cut: $0.offset ?? 0 < 30_000 ? 13_000 : nil) }
        defer { server.stop() }
        let outcome = await fetch(server)
        #expect(outcome.code == 0 && outcome.errors.isEmpty)
        #expect(server.requests.map(\.offset) == [nil, 13_000, 26_000, 39_000])
        #expect(try names() == ["numbers.gz"] && isWhole())
    }

    @Test func whatArrivedIsKeptForTheNextTime() async throws {
        let dying = try LoopbackServer { $0.offset == nil ? .init(body: Self.packed, cut: 9_000) : .notFound }
        defer { dying.stop() }
        let cut = await fetch(dying)
        #expect(cut.code == 1)
        #expect(
            cut.errors.hasPrefix(
                "error: Can't fetch numbers.gz:\n  \(dying.address)/numbers.gz: the server answers 404\nThe bytes received"
            ))
        #expect(try names() == ["numbers.gz.part"])
        let server = try LoopbackServer { _ in .init(body: Self.packed) }
        defer { server.stop() }
        #expect(await fetch(server).code == 0)
        #expect(server.requests == [.init(path: "/numbers.gz", offset: 9_000)])
        #expect(try names() == ["numbers.gz"] && isWhole())
    }

    @Test func aServerWithoutRangesSendsAllAgain() async throws {
        try book.write("a beginning of something else", to: "data/mnist/numbers.gz.part")
        let server = try LoopbackServer { _ in .init(body: Self.packed, ranges: false) }
        defer { server.stop() }
        #expect(await fetch(server).code == 0)
        #expect(server.requests.map(\.offset) == [29, nil])
        #expect(try names() == ["numbers.gz"] && isWhole())
    }

    @Test func bytesFromElsewhereAreFetchedAnew() async throws {
        try book.write("a beginning of something else", to: "data/mnist/numbers.gz.part")
        let server = try LoopbackServer { _ in .init(body: Self.packed) }
        defer { server.stop() }
        #expect(await fetch(server).code == 0)
        #expect(server.requests.map(\.offset) == [29, nil])
        #expect(try names() == ["numbers.gz"] && isWhole())
    }

    @Test func aPartThatIsWholeNeedsNoBytes() async throws {
        try FileManager.default.createDirectory(
            at: book.root.appending(path: "data/mnist"), withIntermediateDirectories: true)
        try Self.packed.write(to: book.root.appending(path: "data/mnist/numbers.gz.part"))
        let server = try LoopbackServer { _ in .init(body: Self.packed) }
        defer { server.stop() }
        #expect(await fetch(server).code == 0)
        #expect(try names() == ["numbers.gz"] && isWhole())
    }

    @Test func aWrongChecksumLeavesNothingBehind() async throws {
        let other = Self.gzip([1, 2, 3])
        let server = try LoopbackServer { _ in .init(body: other) }
        defer { server.stop() }
        let outcome = await fetch(server)
        #expect(outcome.code == 1)
        #expect(
            outcome.errors == """
                error: Can't fetch numbers.gz:
                  \(server.address)/numbers.gz: holds another file: its unpacked SHA-256 is \(Digest(of: [1, 2, 3]).hex), \
                not \(Digest(of: Self.unpacked).hex)
                Name other addresses with --from, or under 'mnist' in regbook.yml.

                """)
        #expect(try names() == [])
    }

    @Test func theNextAddressHelps() async throws {
        let empty = try LoopbackServer { _ in .notFound }
        let server = try LoopbackServer { _ in .init(body: Self.packed) }
        defer {
            empty.stop()
            server.stop()
        }
        #expect(await fetch(empty, server).code == 0)
        #expect(empty.requests.count == 1 && server.requests.count == 1)
    }

    @Test func addressesStandInTheSettings() async throws {
        let server = try LoopbackServer { _ in .init(body: Self.packed) }
        defer { server.stop() }
        try book.write("mnist: [\(server.address)/]\n", to: "regbook.yml")
        #expect(await book.runWords("data fetch mnist --quiet --into digits").output.isEmpty)
        #expect(book.exists("digits/numbers.gz"))
        try book.write("mnist: 3\n", to: "regbook.yml")
        let outcome = await book.runWords("data fetch mnist")
        #expect(outcome.errors.hasPrefix("regbook.yml:1:8: error: 'mnist' must be a list of addresses.\n"))
    }

    @Test func anotherFileOfThatNameStays() async throws {
        try book.write("mine", to: "data/mnist/numbers")
        let outcome = await book.runWords("data fetch mnist")
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("its SHA-256 is \(Digest(of: "mine").hex), not"))
        #expect(try book.text(of: "data/mnist/numbers") == "mine")
    }

    @Test(arguments: [
        ("imagenet", "error: Unknown data set 'imagenet'. Known: mnist.\n"),
        (
            "mnist --from ftp://example.org",
            "error: Can't fetch from 'ftp://example.org'. Write a folder's address that begins with http:// or https://.\n"
        ),
        (
            "mnist --from file:///etc",
            "error: Can't fetch from 'file:///etc'. Write a folder's address that begins with http:// or https://.\n"
        ),
    ])
    func isExplained(arguments: String, message: String) async {
        let outcome = await book.runWords("data fetch " + arguments)
        #expect(outcome.errors == message && outcome.code == 64)
    }

    @Test func nobodyListens() async throws {
        let outcome = await book.runWords("data fetch mnist")
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("  http://127.0.0.1:1/numbers.gz: Failed to connect to 127.0.0.1 port 1"))
        #expect(!outcome.errors.contains("The bytes received"))
    }

    /// A body without end and without a length is cut off at its limit, and nothing of it stays.
    @Test func anEndlessBodyIsBounded() async throws {
        let server = try LoopbackServer { _ in .init(body: Data(count: 64 << 20), ranges: false, isEndless: true) }
        defer { server.stop() }
        let outcome = await fetch(server)
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("/numbers.gz: it sends more than 32 MiB\n"), "\(outcome.errors)")
        #expect(try names() == [])
    }

    /// A few kilobytes that unpack to gigabytes are not unpacked to learn their checksum.
    @Test func aGzipBombIsNotUnpacked() async throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", "head -c 300M /dev/zero | gzip -1"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bomb = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let server = try LoopbackServer { _ in .init(body: bomb) }
        defer { server.stop() }
        let outcome = await fetch(server)
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("/numbers.gz: what it holds can't be unpacked\n"), "\(outcome.errors)")
    }

    @Test func aLinkIsNotWrittenThrough() async throws {
        try book.write("precious", to: "victim")
        try book.write("", to: "data/mnist/readme")
        try FileManager.default.createSymbolicLink(
            at: book.root.appending(path: "data/mnist/numbers.gz.part"),
            withDestinationURL: book.root.appending(path: "victim"))
        let server = try LoopbackServer { _ in .init(body: Self.packed) }
        defer { server.stop() }
        let outcome = await fetch(server)
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("numbers.gz.part' is no regular file"))
        #expect(try book.text(of: "victim") == "precious")
    }

    /// Two at once: one fetches, the other waits and finds the file there.
    @Test func twoFetchesAtOnceDoNotDisturbEachOther() async throws {
        let server = try LoopbackServer { _ in .init(body: Self.packed) }
        defer { server.stop() }
        async let first = fetch(server)
        async let second = fetch(server)
        let outcomes = await [first, second]
        #expect(outcomes.allSatisfy { $0.code == 0 }, "\(outcomes)")
        #expect(server.requests.count == 1)
        #expect(try names() == ["numbers.gz"] && isWhole())
    }

    /// A full disk is no fault of the address, so the next is not asked.
    @Test func aFullDiskIsToldAsThat() {
        #expect(Curl.outcome(status: 23, code: "200", complaint: "curl: (23) Failure writing output") == .cannotWrite)
        let message = FetchError.cannotWrite(path: "/data/numbers.gz.part", code: ENOSPC).errorDescription
        #expect(
            message?.hasPrefix("Can't write '/data/numbers.gz.part': No space left on device. Is the disk full?")
                == true)
    }
}
