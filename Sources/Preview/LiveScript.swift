import Foundation

/// What is added to pages so that their studies can be run again with other parameters.
enum LiveScript {
    /// Where the script is, and what a `VisitorService` has.
    static let folder = "/.preview/live/"

    /// What loads the script, which sends `token` with each message.
    static func tags(token: String) -> String {
        "<link rel=\"stylesheet\" href=\"\(folder)live.css\">\n"
            + "<script src=\"\(folder)live.js\" data-token=\"\(token)\"></script>\n"
    }

    static func file(at path: [String]) -> (data: Data, ending: String)? {
        switch path {
        case ["live.js"]: (Data(PackageResources.live_js), "js")
        case ["live.css"]: (Data(PackageResources.live_css), "css")
        default: nil
        }
    }

    /// Whether `message` is JSON that bears `token`.
    static func bears(_ token: String, _ message: [UInt8]) -> Bool {
        struct Message: Decodable { let token: String }
        do {
            return try JSONDecoder().decode(Message.self, from: Data(message)).token == token
        } catch {
            return false
        }
    }
}
