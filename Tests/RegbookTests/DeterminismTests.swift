import Foundation
import Testing

/// The same inputs give the same bytes, wherever and whenever a book is built.
struct DeterminismTests {
    /// Two cold builds that differ in everything but their inputs: number of jobs, folder, date, time zone, language.
    @Test func nothingAroundABuildChangesAByteOfIt() throws {
        let here = try FixtureFolder()
        let there = try FixtureFolder(name: "ein anderer Ordner, größer als der erste")
        let first = try FixtureProcess(in: here, "build --jobs 1", shell: "export LC_ALL=C TZ=UTC").wait()
        let second = try FixtureProcess(
            in: there, "build --jobs 2",
            shell: """
                export LC_ALL=ar_EG.UTF-8 LANG=ar_EG.UTF-8 LANGUAGE=ar TZ=Pacific/Chatham
                exec faketime -f '@2031-07-09 23:59:58' "$0" "$@"
                """
        ).wait()
        #expect(first.code == 0, "\(first.errors)")
        #expect(second.code == 0, "\(second.errors)")
        #expect(try there.text(of: "output/build.json").contains("2031-07-"), "it was another time")
        let one = try here.timelessTree()
        let two = try there.timelessTree()
        let endings = Set(one.keys.compactMap { $0.split(separator: ".").last.map(String.init) })
        #expect(endings.isSuperset(of: ["html", "svg", "png", "csv", "json", "pdf"]))
        #expect(Set(one.keys) == Set(two.keys))
        for (path, data) in one { #expect(two[path] == data, "\(path)") }
    }

    @Test func anotherSeedIsSeen() async throws {
        let here = try FixtureFolder()
        let there = try FixtureFolder()
        #expect(await here.runWords("build --format html").code == 0)
        #expect(await there.runWords("build --format html --seed 2").code == 0)
        #expect(try here.timelessTree() != there.timelessTree())
    }
}
