import Build
import Foundation
import Hashing
import Learning
import Report

/// The digest of everything a whole report is made from, made without running or rendering anything.
struct BuildKey {
    let hex: String
    /// The same without the prose of the sections' pages.
    let circumstances: String

    /// - Parameter inputs: the digests of the files that it is made from.
    init(_ plan: BuildPlan, _ inputs: InputIndex) throws {
        let setup = plan.setup
        let templates = setup.root.templates
        guard FileManager.default.fileExists(atPath: templates.path(percentEncoded: false)) else {
            throw ToolError.missingTemplates(path: templates.path(percentEncoded: false))
        }
        var fields = ["build", setup.tool.sources.everything, setup.tool.book.title]
        fields += [setup.source.name, setup.source.checksum]
        fields += [
            BLASKernel.current.name, setup.profile.rawValue, String(setup.seed),
            plan.formats.wanted.map(\.rawValue).sorted().joined(),
            "\(plan.formats.isExplicit)", plan.paper.rawValue,
        ]
        let style = setup.root.settings.citationStyle
        fields += [style?.name ?? "", OutsideInputs.stamps(for: style)]
        for job in plan.jobs { fields += ["job", job.section.number, job.path, Self.text(job)] }
        let runner = setup.runner(observer: SilentObserver())
        for job in plan.bystanders {
            let isStored = try runner.isFresh(job)
            fields += ["bystander", job.section.number, job.path, Self.text(job), "\(isStored)"]
        }
        hex = Digest(ofFields: fields + [inputs.digest()]).hex
        circumstances = Digest(ofFields: fields + [inputs.digest(besides: Set(setup.pageTemplates.keys))]).hex
    }

    private static func text(_ job: StudyJob) -> String { String(decoding: job.parameters, as: UTF8.self) }
}

/// What a report takes from the system besides its libraries: KaTeX, TeX and, for a CSL style, pandoc.
enum OutsideInputs {
    static func stamps(for style: CitationStyle?) -> String {
        let folders = ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
        let names = ["pdflatex"] + (style == nil ? [] : ["pandoc"])
        let programs = names.flatMap { name in folders.map { "\($0)/\(name)" } }
        let files = ["/usr/share/javascript/katex/katex.min.js"] + [style?.systemFile].compactMap { $0 }
        return InputFiles.stamps(of: programs + files)
    }
}
