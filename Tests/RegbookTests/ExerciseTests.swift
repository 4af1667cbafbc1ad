import Foundation
import Notebook
import Testing
import regbook

/// The commands that pages of the book give their readers.
struct ExerciseTests {
    private static let templates = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "templates")

    /// Every `--set` names a parameter of a section and a value that the section accepts.
    @Test func everyCommandFitsItsSection() throws {
        let files = try FileManager.default.contentsOfDirectory(at: Self.templates, includingPropertiesForKeys: nil)
        var slugs: Set<String> = []
        for file in files where file.pathExtension == "md" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /regbook build --set '?([a-z-]+)\.([A-Za-z.-]+)=([^'\s]+)/) {
                let (command, slug, key, value) = match.output
                let section = try #require(Book.regularization.section(String(slug)), "\(command)")
                #expect(throws: Never.self, "\(command)") {
                    let (study, setting) = try section.section.resolve(
                        Setting(key: String(key), value: String(value)))
                    return try study.parameters(for: .quick, settings: [setting])
                }
                slugs.insert(section.info.slug)
            }
        }
        #expect(slugs == Set(Book.regularization.sections.map(\.info.slug)))
    }
}
