/// A book as a value: chapters in reading order, each with its numbered sections.
public struct Book: Sendable {
    public let title: String
    public let authors: [String]
    public let kind: Kind
    public let chapters: [Chapter]

    /// What a book is about.
    public enum Kind: Sendable, Hashable {
        /// A subject: the claims are the book's own statements.
        case plain
        /// Another text, such as "the draft": the claims are statements of that text, and a page lists what is wrong in it.
        case review(of: String)
    }

    public init(title: String, authors: [String] = [], kind: Kind = .plain, chapters: [Chapter]) {
        self.title = title
        self.authors = authors
        self.kind = kind
        self.chapters = chapters
    }

    /// What a reader calls the text that the book is about; nil for a book about a subject.
    public var reviewed: String? {
        if case .review(let text) = kind { text } else { nil }
    }

    /// The authors' names as a reader sees them; nil for a book that names none.
    public var byline: String? { authors.isEmpty ? nil : authors.joined(separator: ", ") }

    /// Every section with its number, in reading order.
    public var sections: [NumberedSection] {
        chapters.flatMap(\.sections)
    }

    /// The same book with `section` in place of the one that bears its slug.
    public func replacing(_ section: AnySection) -> Book {
        Book(title: title, authors: authors, kind: kind, chapters: chapters.map { $0.replacing(section) })
    }

    /// The section whose slug is `slug`, if the book has one.
    public func section(_ slug: String) -> NumberedSection? {
        sections.first { $0.info.slug == slug }
    }
}

/// A chapter: its number, its title and its sections.
public struct Chapter: Sendable {
    public let number: Int
    public let title: String
    /// How much of what the book is about bears numbers of this chapter.
    public let numbering: Numbering
    public let sections: [NumberedSection]

    /// Equations, algorithms and figures that are numbered from 1 on; what of them the book covers is counted.
    public struct Numbering: Sendable, Hashable {
        public let equations: Int
        public let algorithms: Int
        public let figures: Int

        public init(equations: Int = 0, algorithms: Int = 0, figures: Int = 0) {
            self.equations = equations
            self.algorithms = algorithms
            self.figures = figures
        }
    }

    /// - Parameter sections: each with its place within the chapter; place 0 is the chapter's introduction.
    public init(
        _ number: Int, title: String, numbering: Numbering = Numbering(), sections: [(Int, any Section.Type)]
    ) {
        self.init(
            number, title: title, numbering: numbering, sections: sections.map { ($0, AnySection($1)) })
    }

    /// - Parameter sections: each with its place within the chapter; place 0 is the chapter's introduction.
    public init(
        _ number: Int, title: String, numbering: Numbering = Numbering(), sections: [(Int, AnySection)]
    ) {
        self.number = number
        self.title = title
        self.numbering = numbering
        self.sections = sections.map { place, section in
            NumberedSection(number: place == 0 ? "\(number)" : "\(number).\(place)", section: section)
        }
    }

    private init(_ chapter: Chapter, sections: [NumberedSection]) {
        (number, title, numbering) = (chapter.number, chapter.title, chapter.numbering)
        self.sections = sections
    }

    /// The same chapter with `section` in place of the one that bears its slug.
    func replacing(_ section: AnySection) -> Chapter {
        Chapter(
            self,
            sections: sections.map {
                $0.info.slug == section.info.slug ? NumberedSection(number: $0.number, section: section) : $0
            })
    }
}

/// A section and the number it bears in the book.
public struct NumberedSection: Sendable {
    /// "7.2"; the introduction bears its chapter's number alone.
    public let number: String
    public let section: AnySection
    public var info: SectionInfo { section.info }
    public var studies: [AnyStudy] { section.studies }
}
