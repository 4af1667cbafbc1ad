import Foundation
import Learning
import Testing

/// CSV and NPY, in and out.
@Suite struct DataFileTests {
    private func fault(_ body: () throws -> Void) -> DataFileFault? {
        do { try body() } catch LearningError.dataFile(_, let fault) { return fault } catch { return nil }
        return nil
    }

    @Test func aTableComesBackToTheLastBit() throws {
        var s = RandomStream(seed: 1)
        let values = Matrix(rows: 5, columns: 3) { i, _ in i == 0 ? 0.1 + 0.2 : s.normal() * 1e-300 }
        let table = try DelimitedTable(names: ["a", "b, c", "say \"d\"\nor e"], values: values)
        #expect(try DelimitedTable(table.text(), name: "t") == table)
        let bare = try DelimitedTable(values: values)
        #expect(try DelimitedTable(bare.text(delimiter: ";"), name: "t", hasNames: false, delimiter: ";") == bare)
        #expect(throws: LearningError.sizesDisagree(what: "Names", 1, other: "columns", 3)) {
            try DelimitedTable(names: ["a"], values: values)
        }
    }

    @Test func whatSpreadsheetsWrite() throws {
        let text = "\u{feff}x,\"y \"\"1\"\"\"\r\n1, 2e3 \r\n\r\n\"-3\",.5\r\n"
        let table = try DelimitedTable(text, name: "t")
        #expect(table.names == ["x", "y \"1\""])
        #expect(table.values == Matrix([[1, 2000], [-3, 0.5]]))
    }

    @Test func faultsOfTablesHaveTheirPlace() {
        func read(_ text: String) -> DataFileFault? { fault { _ = try DelimitedTable(text, name: "t") } }
        #expect(read("") == .noColumnNames)
        #expect(read("a,b\n1,2\n3\n") == .fieldsDisagree(line: 3, count: 1, expected: 2))
        #expect(read("a,b\n\n1,two\n") == .notANumber(line: 3, column: 2, text: "two"))
        #expect(read("a,b\n1,\n") == .notANumber(line: 2, column: 2, text: ""))
        #expect(read("a,b\n1,\"2\n") == .quotationNotClosed(line: 2))
        #expect(read("a,b\r1,\"2\"3\r") == .lettersAfterQuotation(line: 2))
        let error = LearningError.dataFile(name: "t.csv", .notANumber(line: 3, column: 2, text: "two"))
        #expect(error.description == "t.csv: line 3, column 2: \"two\" is not a number.")
    }

    @Test func filesAreRead() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("data-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let csv = folder.appendingPathComponent("t.csv")
        try Data("a\n1\n".utf8).write(to: csv)
        #expect(try DelimitedTable(contentsOf: csv).values == Matrix([[1]]))
        try Data([0x61, 0x0a, 0xff]).write(to: csv)
        #expect(fault { _ = try DelimitedTable(contentsOf: csv) } == .notUTF8)
        let npy = folder.appendingPathComponent("t.npy")
        try Data(NPYFile.bytes(of: [1, 2])).write(to: npy)
        #expect(try NPYFile(contentsOf: npy).values == Matrix([[1], [2]]))
        #expect(fault { _ = try NPYFile(contentsOf: folder.appendingPathComponent("none.npy")) } != nil)
    }

    @Test func anArrayComesBackToTheLastBit() throws {
        var s = RandomStream(seed: 2)
        let matrix = Matrix(rows: 7, columns: 4) { _, _ in s.normal() }
        let bytes = NPYFile.bytes(of: matrix)
        #expect(bytes.count % 64 == (7 * 4 * 8) % 64)
        #expect(try NPYFile(bytes, name: "t").values == matrix)
        let vector = try NPYFile(NPYFile.bytes(of: [1, .nan, -0.0]), name: "t")
        #expect(vector.isVector && vector.values[1, 0].isNaN && vector.values[2, 0].sign == .minus)
        #expect(try NPYFile(NPYFile.bytes(of: Matrix(rows: 0, columns: 3)), name: "t").values.columns == 3)
    }

    private func bytes(_ header: String, _ body: [UInt8], version: UInt8 = 1) -> [UInt8] {
        let length = header.utf8.count
        let prefix: [UInt8] =
            version == 1 ? [UInt8(length & 255), UInt8(length >> 8)] : [UInt8(length & 255), UInt8(length >> 8), 0, 0]
        return [0x93] + Array("NUMPY".utf8) + [version, 0] + prefix + Array(header.utf8) + body
    }

    @Test func theOtherKindsOfNumPy() throws {
        func read(_ type: String, _ shape: String, _ body: [UInt8], fortran: Bool = false) throws -> Matrix {
            let header = "{'descr': '\(type)', 'fortran_order': \(fortran ? "True" : "False"), 'shape': \(shape), }\n"
            return try NPYFile(bytes(header, body, version: fortran ? 2 : 1), name: "t").values
        }
        #expect(try read("<i2", "(2,)", [0xff, 0xff, 2, 1]) == Matrix([[-1], [258]]))
        #expect(try read(">i2", "(2,)", [0xff, 0xff, 2, 1]) == Matrix([[-1], [513]]))
        #expect(try read("|u1", "(2, 2)", [1, 2, 3, 255]) == Matrix([[1, 2], [3, 255]]))
        #expect(try read("|b1", "(1, 2)", [0, 1]) == Matrix([[0, 1]]))
        #expect(try read("|u1", "(2, 3)", [1, 2, 3, 4, 5, 6], fortran: true) == Matrix([[1, 3, 5], [2, 4, 6]]))
        #expect(try read("<f4", "(1,)", [0, 0, 0x80, 0x3f]) == Matrix([[1]]))
        #expect(fault { _ = try read("<f2", "(1,)", [0, 0]) } == .otherElements(type: "<f2"))
        #expect(fault { _ = try read("<f8", "(1, 1, 1)", [0]) } == .otherRank(3))
        #expect(fault { _ = try read("<f8", "()", []) } == .otherRank(0))
        #expect(fault { _ = try read("<f8", "(2,)", [0]) } == .bodyCut(dimensions: [2], bytes: 1))
        #expect(fault { _ = try read("|u1", "(1,)", [0, 0]) } == .trailingBytes(count: 1))
        #expect(
            fault { _ = try read("<f8", "(2147483647, 2147483647)", []) }
                == .bodyCut(dimensions: [2_147_483_647, 2_147_483_647], bytes: 0))
        #expect(fault { _ = try NPYFile([1, 2], name: "t") } == .notNPY)
    }

    @Test func forgedArraysAreErrorsOrArrays() throws {
        let honest = NPYFile.bytes(of: Matrix([[1, 2], [3, 4]]))
        var s = RandomStream(seed: 3)
        for _ in 0..<20_000 {
            var forged = honest
            for _ in 0...s.index(below: 3) { forged[s.index(below: 80)] = UInt8(s.index(below: 256)) }
            if s.bernoulli(0.3) { forged.removeLast(s.index(below: forged.count)) }
            _ = fault { _ = try NPYFile(forged, name: "t").values.elements.count }
        }
    }
}
