import Build
import Foundation
import Notebook
import Report
import Testing
import regbook

/// What the book itself keeps of long runs.
struct KeptBookTests {
    private static let records = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "records")

    private static var files: [URL] {
        get throws {
            let path = records.path(percentEncoded: false)
            guard FileManager.default.fileExists(atPath: path) else { return [] }
            return try FileManager.default.subpathsOfDirectory(atPath: path).sorted().map {
                records.appending(path: $0)
            }
        }
    }

    /// Every study of the book by its path.
    private static let studies = Dictionary(
        uniqueKeysWithValues: Book.regularization.sections.flatMap { section in
            section.studies.map { ($0.path, (section, $0)) }
        })

    /// Every file belongs to a study as it is now: its results decode and make a page.
    @Test func everyKeptResultFitsItsStudy() throws {
        for file in try Self.files where file.pathExtension == "jsonl" {
            let kept = try KeptResults(Data(contentsOf: file))
            let path = kept.origin.study
            let (section, study) = try #require(Self.studies[path], "\(path)")
            #expect(file.path.hasSuffix("/\(kept.origin.profile.rawValue)/\(path).jsonl"))
            let module = section.section.module
            let digests = SourceDigests(
                studies: [module: .init(experiment: "", presentation: "")], report: "", everything: "")
            _ = try kept.record(of: study, in: module, digests: digests)
            #expect(kept.origin.command.contains("--profile \(kept.origin.profile.rawValue)"))
            #expect(kept.origin.key.count == 64 && kept.origin.commit.count >= 40, "\(kept.origin)")
        }
    }

    @Test func keptResultsAreSmall() throws {
        let bytes = try Self.files.reduce(0) { total, file in
            total + (try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0)
        }
        #expect(bytes <= 2 << 20)
    }

    @Test func everyCountedClaimExists() throws {
        let file = Self.records.appending(path: "stability.yml")
        guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else { return }
        let stability = try Stability(yaml: String(contentsOf: file, encoding: .utf8))
        let ledger = try ClaimIDs()
        for (path, study) in stability.studies {
            let slug = try #require(Self.studies[path], "\(path)").0.info.slug
            for (id, counts) in study.claims {
                #expect(ledger.ids[slug]?.contains(id) == true, "\(slug) has no claim \(id)")
                #expect(counts.values.reduce(0, +) == study.seeds.count, "\(id)")
            }
        }
    }
}

/// The ids of the claims that sections make, as their sources write them.
private struct ClaimIDs {
    private(set) var ids: [String: Set<String>] = [:]

    init() throws {
        let chapters = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Chapters")
        for section in Book.regularization.sections {
            let folder = chapters.appending(path: section.section.module)
            let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
            for name in names where name.hasSuffix(".swift") {
                let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                ids[section.info.slug, default: []].formUnion(text.matches(of: /"(\d+-\d+[A-Z])"/).map { String($0.1) })
            }
        }
    }
}
