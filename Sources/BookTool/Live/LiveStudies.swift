import Build
import Foundation
import Preview
import Report
import Synchronization

/// Runs studies again with the settings that open pages ask for, one variation at a time and at the lowest priority.
///
/// What was computed before comes from the store; several pages that want the same wait for the same run; a run that no page
/// waits for any more is stopped, and what it has computed is kept. After a change of the book every page is made anew.
final class LiveStudies: VisitorService {
    private let executor: LowPriorityExecutor
    private let state = Mutex(State())

    private struct State {
        /// The book as the last build left it; nil while there is none.
        var maker: VariationMaker?
        var waiting: [LiveRun] = []
        var running: (run: LiveRun, task: Task<Void, Never>)?
        var pages = LivePages()
        /// Grows with every change of the book.
        var edition = 0
    }

    /// How many runs may wait, so that no page can fill the memory with its wishes.
    private static let limit = 64

    init(cores: Int) { executor = LowPriorityExecutor(threads: cores) }

    // MARK: The book

    /// From now on variations are of the book that `maker` holds; those under way go on if only prose has changed.
    func show(_ maker: VariationMaker) {
        state.withLock { state in
            state.maker = maker
            state.edition += 1
            state.pages.removeAll()
        }
        startNext()
    }

    /// Stops what is under way until `show` is called: code has changed.
    func pause() {
        state.withLock { state in
            state.maker = nil
            guard let (run, task) = state.running else { return }
            task.cancel()
            if run.isWanted { state.waiting.insert(LiveRun(continuing: run), at: 0) }
        }
    }

    // MARK: Visitors

    func receive(_ message: Data, from visitor: Visitor) {
        let wish: LiveWish
        do { wish = try JSONDecoder().decode(LiveWish.self, from: message) } catch { return }
        let listener = LiveRun.Listener(visitor: visitor, id: wish.id)
        switch wish.ask {
        case .stop: leave { $0 == listener }
        case .run:
            guard let variation = wish.variation else { return }
            do {
                try run(variation, for: listener)
            } catch {
                listener.tell(.refused) { $0.text = Wording.message(for: error) }
            }
        }
    }

    func leave(_ visitor: Visitor) { leave { $0.visitor == visitor } }

    private func leave(_ isGone: (LiveRun.Listener) -> Bool) {
        state.withLock { state in
            for run in state.waiting { run.remove(isGone) }
            state.waiting.removeAll { !$0.isWanted }
            guard let (run, task) = state.running else { return }
            run.remove(isGone)
            if !run.isWanted { task.cancel() }
        }
    }

    func file(at path: [String]) -> (data: Data, ending: String)? {
        switch path.first {
        case "pages" where path.count > 2:
            let name = path.dropFirst(2).joined(separator: "/")
            let (page, maker) = state.withLock { ($0.pages[path[1]], $0.maker) }
            let data = page.flatMap { name.hasSuffix(".html") ? $0.html : maker?.file(at: name, of: $0) }
            return data.map { ($0, name.split(separator: ".").last.map(String.init) ?? "") }
        case "panels" where path.count == 2:
            guard let maker = state.withLock({ $0.maker }) else { return nil }
            let slug = path[1].hasSuffix(".json") ? String(path[1].dropLast(5)) : path[1]
            return maker.panels(of: slug).map { ($0, "json") }
        default: return nil
        }
    }

    // MARK: Runs

    private func run(_ variation: Variation, for listener: LiveRun.Listener) throws {
        let key = try variation.key()
        // Before anything waits, so that a mistake is told at once.
        try state.withLock { $0.maker }?.check(variation)
        let news = state.withLock { state -> LiveNews.State in
            if state.pages[key] != nil { return .done }
            if let run = state.running?.run, run.key == key, run.isWanted {
                run.add(listener)
            } else if let run = state.waiting.first(where: { $0.key == key }) {
                run.add(listener)
            } else if state.waiting.count >= Self.limit {
                return .refused
            } else {
                let run = LiveRun(variation, key)
                run.add(listener)
                state.waiting.append(run)
            }
            let isNext = state.running == nil && state.waiting.count == 1 && state.maker != nil
            return isNext || state.running?.run.key == key ? .running : .waiting
        }
        listener.tell(news) { told in
            switch news {
            case .done: told.page = Self.address(key, variation)
            case .refused: told.text = "\(Self.limit) runs are waiting already. Stop some of them first."
            default: break
            }
        }
        startNext()
    }

    private func startNext() {
        state.withLock { state in
            guard state.running == nil, let maker = state.maker, !state.waiting.isEmpty else { return }
            let run = state.waiting.removeFirst()
            let edition = state.edition
            let task = Task { [self] in await carryOut(run, maker, edition) }
            state.running = (run, task)
        }
    }

    private func carryOut(_ run: LiveRun, _ maker: VariationMaker, _ edition: Int) async {
        let start = ContinuousClock.now
        run.tell(.running)
        let outcome: Result<ReportPage, any Error>
        do { outcome = .success(try await maker.page(of: run.variation, on: executor, observer: run)) } catch {
            outcome = .failure(error)
        }
        let isOutdated = state.withLock { state in
            state.running = nil
            let isOutdated = state.edition != edition
            if !isOutdated, case .success(let page) = outcome { state.pages.add(page, run.key) }
            // The book has changed meanwhile: what was computed is stored, the page is made anew.
            if isOutdated, run.isWanted, !Task.isCancelled {
                state.waiting.insert(LiveRun(continuing: run), at: 0)
            }
            return isOutdated
        }
        switch outcome {
        case _ where isOutdated || Task.isCancelled: break
        case .success:
            run.tell(.done) {
                $0.page = Self.address(run.key, run.variation)
                $0.seconds = (.now - start) / .seconds(1)
            }
        case .failure(let error): run.tell(.refused) { $0.text = Wording.message(for: error) }
        }
        startNext()
    }

    private static func address(_ key: String, _ variation: Variation) -> String {
        "/.preview/live/pages/\(key)/\(variation.page).html"
    }
}

extension LiveRun {
    /// The same for the same pages, to be begun again.
    fileprivate convenience init(continuing run: LiveRun) {
        self.init(run.variation, run.key)
        run.handOver(to: self)
    }
}
