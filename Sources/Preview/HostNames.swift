/// What a browser calls this machine.
package enum HostNames {
    /// The names of a server at `port`. Browsers leave out the port that is usual.
    package static func all(at port: UInt16) -> [String] {
        ["127.0.0.1", "localhost"].flatMap { port == 80 ? [$0, "\($0):80"] : ["\($0):\(port)"] }
    }
}
