import ArgumentParser
import Notebook
import Report

/// What a shell offers when a reader asks it to complete a word.
extension CompletionKind {
    /// The slugs of the book's sections.
    static var sections: CompletionKind {
        .custom { _, _, _ in BookTool.current?.book.sections.map(\.info.slug) ?? [] }
    }

    /// The names of the book's data sets.
    static var dataSets: CompletionKind {
        .custom { _, _, _ in BookTool.current?.book.data.map(\.name) ?? [] }
    }

    static var profiles: CompletionKind { .list(Profile.allCases.map(\.rawValue)) }
    static var formats: CompletionKind { .list(Format.allCases.map(\.rawValue)) }
    static var papers: CompletionKind { .list(Paper.allCases.map(\.rawValue)) }
}
