import Foundation

/// A study that has run: its page, and all that decided what stands on it.
public struct StudyRecord: Sendable {
    public let study: AnyStudy
    public let page: Page
    public let profile: Profile
    public let seed: UInt64
    /// What a reader calls the images in use; nil for a study that reads none.
    public let dataName: String?
    /// The parameters it ran with, as canonical JSON.
    public let parameters: Data
    /// Hexadecimal digest of everything the results depend on.
    public let inputDigest: String
    /// Hexadecimal digest of the code that made `page` from the results.
    public let presentationDigest: String
    /// Whether profile, parameters, seed and data are those the prose was written for, so that every verdict must be the
    /// expected one.
    public let isAsWritten: Bool
    /// What the measurement took when it last ran, in seconds.
    public let seconds: Double
    /// The command that runs this study again.
    public let rerunCommand: String

    public init(
        study: AnyStudy, page: Page, profile: Profile, seed: UInt64, dataName: String?, parameters: Data,
        inputDigest: String, presentationDigest: String = "", isAsWritten: Bool, seconds: Double, rerunCommand: String
    ) {
        self.study = study
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

    /// The parameter that `path` leads to, dots reaching into nested ones; nil for none that prose could quote.
    func parameter(_ path: Substring) -> Quantity? {
        var value = try? JSONSerialization.jsonObject(with: parameters, options: .fragmentsAllowed)
        for name in path.split(separator: ".") { value = (value as? [String: Any])?[String(name)] }
        return value.flatMap(Quantity.init(json:))
    }
}

extension Quantity {
    private init(_ number: NSNumber) {
        // JSON's truth values are numbers of one character.
        switch String(cString: number.objCType) {
        case "c": self = .text(number.boolValue ? "yes" : "no")
        case "d": self = .number(number.doubleValue)
        default: self = .count(number.intValue)
        }
    }

    /// What a JSON number, text or list of them says; nil for anything else.
    fileprivate init?(json: Any) {
        switch json {
        case let number as NSNumber: self = Quantity(number)
        case let text as String: self = .text(text)
        case let list as [Any]:
            let texts = list.map { "\($0)" }
            self = .text(texts.joined(separator: ", "))
        default: return nil
        }
    }
}
