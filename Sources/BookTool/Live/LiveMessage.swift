import Foundation

/// What an open page asks for.
struct LiveWish: Decodable {
    let ask: Ask
    /// What the page calls its wish, and every answer to it.
    let id: Int
    let variation: Variation?

    enum Ask: String, Decodable { case run, stop }
}

/// What is answered to a wish.
struct LiveNews: Encodable {
    let state: State
    let id: Int
    /// The stage that is under way, and how many of its items are there.
    var stage: String?
    var done: Int?
    var items: Int?
    /// Where the page stands, and how long it took to make.
    var page: String?
    var seconds: Double?
    /// Why there is none.
    var text: String?

    enum State: String, Encodable {
        /// Another wish is carried out first.
        case waiting
        case running, done, refused
    }

    var json: String {
        do {
            return String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
        } catch {
            // Texts and finite numbers alone, which JSON can always hold.
            preconditionFailure("\(error)")
        }
    }
}
