import Foundation
import Notebook

extension Report {
    /// Looks for everything wrong in the templates of `sections` that can be told before anything has run.
    ///
    /// - Throws: `ReportError`.
    public static func check(_ sections: [NumberedSection], of book: Book, templates: URL, sources: URL) throws {
        let report = Report(book: book, records: [], templates: templates, sources: sources)
        let manuscript = try Manuscript(of: report, sections: sections)
        let ledger = Ledger()
        for page in [manuscript.front] + manuscript.pages { _ = manuscript.resolved(page, ledger) }
        try manuscript.check(adding: ledger.problems.filter { !$0.kind.isAboutResults })
    }
}

extension Problem.Kind {
    /// Whether it may come of results that are not there yet.
    fileprivate var isAboutResults: Bool {
        switch self {
        case .unknown(let noun, _, _): [.value, .figure, .table, .claim].contains(noun)
        case .unknownSection, .absentSection, .nothingKept: true
        default: false
        }
    }
}
