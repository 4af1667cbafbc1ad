import BookTool
import Foundation
import Testing

/// How the preview compiles one section: as SwiftPM does, but for what is made and how.
struct CompilerArgumentsTests {
    @Test func keepWhatFindsModulesAndLanguage() throws {
        let plan = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID().uuidString).yaml")
        defer { do { try FileManager.default.removeItem(at: plan) } catch { Issue.record(error) } }
        try Data(
            """
            commands:
              "C.Other.module":
                args: ["swiftc","-module-name","Other","-emit-module-path","/b/Other.swiftmodule","-O"]
              "C.Dice.module":
                args: ["swiftc","-module-name","Dice","-emit-module","-emit-module-path","/b/Dice.swiftmodule","-c","@/b/sources","-I","/b/Modules","-whole-module-optimization","-num-threads","2","-O","-g","-Xcc","-g","-swift-version","6","-package-name","book"]
            """.utf8
        ).write(to: plan)
        let path = plan.path(percentEncoded: false)
        #expect(
            CompilerArguments(of: "Dice", in: path)?.words == [
                "swiftc", "-I", "/b/Modules", "-Xcc", "-g", "-swift-version", "6", "-package-name", "book",
            ])
        #expect(CompilerArguments(of: "Nothing", in: path) == nil)
        #expect(CompilerArguments(of: "Dice", in: path + ".none") == nil)
    }
}
