import Foundation

/// A section that has run: its page, and all that decided what stands on it.
public struct SectionRecord: Sendable {
    public let section: NumberedSection
    public let page: Page
    public let profile: Profile
    public let seed: UInt64
    /// What a reader calls the images in use; nil for a section that reads none.
    public let dataName: String?
    /// The parameters it ran with, as canonical JSON.
    public let parameters: Data
    /// Hexadecimal digest of everything the results depend on.
    public let inputDigest: String
    /// Hexadecimal digest of the code that made `page` from the results.
    public let presentationDigest: String
    /// Whether profile, parameters, seed and data are those the prose was written for, so that every verdict must be the expected one.
    public let isAsWritten: Bool
    /// What the experiment took when it last ran, in seconds.
    public let seconds: Double
    /// The command that runs this section again.
    public let rerunCommand: String

    public init(
        section: NumberedSection, page: Page, profile: Profile, seed: UInt64, dataName: String?, parameters: Data,
        inputDigest: String, presentationDigest: String = "", isAsWritten: Bool, seconds: Double, rerunCommand: String
    ) {
        self.section = section
        self.page = page
        self.profile = profile
        self.seed = seed
        self.dataName = dataName
        self.parameters = parameters
        self.inputDigest = inputDigest
        self.presentationDigest = presentationDigest
        self.isAsWritten = isAsWritten
        self.seconds = seconds
        self.rerunCommand = rerunCommand
    }

    /// The claims whose verdict is not the one the prose was written for.
    public var surprises: [Claim] {
        page.claims.filter { $0.verdict != $0.expected.verdict(in: profile) }
    }
}
