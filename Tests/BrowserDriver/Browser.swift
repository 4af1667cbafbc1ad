import Foundation
import Glibc

/// A headless Chromium, steered through its driver.
package final class Browser {
    private let driver: Process
    private let port: UInt16
    private var session = ""

    /// - Throws: when the driver can't be started.
    package init() async throws {
        port = UInt16.random(in: 20000..<60000)
        driver = Process()
        driver.executableURL = URL(filePath: "/usr/bin/chromedriver")
        driver.arguments = ["--port=\(port)", "--log-level=OFF"]
        driver.standardOutput = FileHandle.nullDevice
        driver.standardError = FileHandle.nullDevice
        try driver.run()
        for _ in 0..<600 where session.isEmpty {
            do {
                _ = try await call("GET", "/status")
            } catch is LocalHTTP.Unreachable {
                try await Task.sleep(for: .milliseconds(100))
                continue
            }
            let options: [String: Any] = [
                "browserName": "chrome", "goog:loggingPrefs": ["browser": "ALL"], "timeouts": ["script": 120_000],
                "goog:chromeOptions": ["args": ["--headless=new", "--no-sandbox", "--window-size=1440,1000"]],
            ]
            let made = try await call("POST", "/session", ["capabilities": ["alwaysMatch": options]])
            session = "/session/" + ((made as? [String: Any])?["sessionId"] as? String ?? "")
        }
    }

    package func close() async throws {
        _ = try await call("DELETE", session)
    }

    deinit { kill(driver.processIdentifier, SIGKILL) }

    package func open(_ url: URL) async throws {
        _ = try await call("POST", session + "/url", ["url": url.absoluteString])
    }

    /// Shows pages as a phone of this width does, in pixels of the page.
    package func narrow(to width: Int) async throws {
        let metrics: [String: Any] = ["width": width, "height": 844, "deviceScaleFactor": 2, "mobile": true]
        _ = try await call(
            "POST", session + "/goog/cdp/execute",
            ["cmd": "Emulation.setDeviceMetricsOverride", "params": metrics])
    }

    /// Lays pages out as for paper, so many pixels wide between its margins.
    package func print(to width: Int) async throws {
        try await narrow(to: width)
        let media = ["cmd": "Emulation.setEmulatedMedia", "params": ["media": "print"]] as [String: Any]
        _ = try await call("POST", session + "/goog/cdp/execute", media)
    }

    /// What the console said since it was last asked.
    package func console() async throws -> [String] {
        let entries = try await call("POST", session + "/se/log", ["type": "browser"]) as? [[String: Any]] ?? []
        return entries.map { "\($0["level"] ?? ""): \($0["message"] ?? "")" }
    }

    /// What the body of a function returns in the page; a promise is waited for.
    package func run(_ script: String) async throws -> Any? {
        let body =
            "const done = arguments[arguments.length - 1]; (async () => { \(script) })().then(done, e => done('' + e));"
        return try await call("POST", session + "/execute/async", ["script": body, "args": [String]()])
    }

    /// Waits until `condition` holds in the page, however often it is loaded meanwhile, for a minute at most; what `value` is then.
    package func value(_ value: String, when condition: String) async throws -> Any? {
        let end = ContinuousClock.now + .seconds(60)
        while true {
            let isLate = ContinuousClock.now > end
            do {
                let found = try await run(
                    """
                    const end = Date.now() + 1000;
                    while (!(\(condition)) && Date.now() < end) await new Promise(done => setTimeout(done, 10));
                    return (\(condition)) || \(isLate) ? { value: \(value) } : null;
                    """)
                if let found = found as? [String: Any] { return found["value"] }
                if isLate { return found }
            } catch let refusal as Refusal where refusal.reason.contains("navigat") && !isLate {
                continue
            }
        }
    }

    /// Whether `condition` comes to hold in the page within a minute.
    package func comes(to condition: String) async throws -> Bool {
        try await value("Boolean(\(condition))", when: condition) as? Bool == true
    }

    private func call(_ method: String, _ path: String, _ body: [String: Any]? = nil) async throws -> Any? {
        let content = try body.map { try JSONSerialization.data(withJSONObject: $0) } ?? Data()
        let data = try LocalHTTP(port: port).send(method, path, content)
        let value = (try JSONSerialization.jsonObject(with: data) as? [String: Any])?["value"]
        if let failure = value as? [String: Any], let error = failure["error"] {
            throw Refusal(reason: "\(error): \(failure["message"] ?? "")")
        }
        return value
    }

    /// What the driver did not do, and why.
    struct Refusal: Error {
        let reason: String
    }
}
