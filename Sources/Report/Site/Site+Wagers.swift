extension Site {
    /// Reports curves that readers are asked to draw and that no figure of the page has.
    func check(wagersOf page: ResolvedPage, _ views: [String: FigureView]) {
        for case .leaf(.figure(let entry, _)) in page.blocks {
            guard let curve = entry.wager, let view = views[entry.stem(frame: entry.figure.initial)] else { continue }
            let known = view.svg.matches(of: /<g data-mark="line" data-name="([^"]*)">/).map { String($0.1) }
            if !known.contains(HTML.escape(curve.text)) { ledger.unknown(.curve, curve, among: known) }
        }
    }
}
