import Learning
import Tables
import Testing

struct DataTableTests {
    private func table(_ text: String) throws -> DataTable { try DataTable(Array(text.utf8), file: "t.csv") }

    @Test func columnsHaveTypes() throws {
        let table = try table(
            "\u{feff}year, level,name,calm\r\n1900,1.5,\"Brest, \"\"old\"\"\nport\",true\r\n\r\n1901,-2e3,Ys,false")
        #expect(table.columns == ["year", "level", "name", "calm"] && table.rowCount == 2)
        #expect(try table.column("year", as: Int.self) == [1900, 1901])
        #expect(try table.column("level", as: Double.self) == [1.5, -2000])
        #expect(try table.column("name", as: String.self) == ["Brest, \"old\"\nport", "Ys"])
        #expect(try table.column("calm", as: Bool.self) == [true, false])
        #expect(
            throws: TableError.wrongField(file: "t.csv", place: "line 2", column: "level", text: "1.5", type: "Int")
        ) {
            try table.column("level", as: Int.self)
        }
    }

    @Test func emptyFieldsAreGaps() throws {
        let table = try table("a,b\n1,\n ,2\n")
        #expect(try table.columnWithGaps("a", as: Int.self) == [1, nil])
        #expect(try table.columnWithGaps("b", as: Double.self) == [nil, 2])
        #expect(throws: TableError.wrongField(file: "t.csv", place: "line 3", column: "a", text: " ", type: "Int")) {
            try table.column("a", as: Int.self)
        }
    }

    @Test func arraysAreTables() throws {
        let matrix = Matrix(rows: 2, columns: 2, elements: [1, 2.5, 3, 1e300])
        let table = try DataTable(NPYFile.bytes(of: matrix), file: "t.npy", names: ["n", "x"])
        #expect(try table.column("n", as: Int.self) == [1, 3])
        #expect(try table.column("x", as: Double.self) == [2.5, 1e300])
        #expect(throws: TableError.namesDisagree(file: "t.npy", names: 1, columns: 2)) {
            try DataTable(NPYFile.bytes(of: matrix), file: "t.npy", names: ["n"])
        }
        let nothing = try DataTable(NPYFile.bytes(of: Matrix(rows: 0, columns: 0, elements: [])), file: "t.npy")
        #expect(nothing.rowCount == 0)
    }

    /// No bytes whatever trap.
    @Test func anyBytesAreReadOrRefused() {
        var stream = RandomStream(seed: 1, name: "tables")
        let letters = Array("\",\n\r a1é\u{feff}".utf8) + [0, 0xff]
        for _ in 0..<20_000 {
            let bytes = (0..<stream.index(below: 12)).map { _ in letters[stream.index(below: letters.count)] }
            for file in ["t.csv", "t.npy"] {
                do {
                    let table = try DataTable(bytes, file: file)
                    for name in table.columns {
                        #expect(try table.column(name, as: String.self).count == table.rowCount)
                    }
                } catch { #expect(!"\(error)".isEmpty) }
            }
        }
    }
}
