import Glibc
import Synchronization

/// The functions of JavaScriptCore that KaTeX needs, found when they are first asked for: loading the library takes
/// longer than a build that has no new formula. The only file that touches it.
struct JavaScriptCore {
    typealias Reference = OpaquePointer
    typealias Exception = UnsafeMutablePointer<Reference?>?

    typealias Release = @convention(c) (Reference?) -> Void
    typealias Create = @convention(c) (Reference?) -> Reference?
    typealias CreateString = @convention(c) (UnsafePointer<CChar>?) -> Reference?
    typealias Size = @convention(c) (Reference?) -> Int
    typealias CopyUTF8 = @convention(c) (Reference?, UnsafeMutablePointer<CChar>?, Int) -> Int
    typealias MakeString = @convention(c) (Reference?, Reference?) -> Reference?
    typealias CopyString = @convention(c) (Reference?, Reference?, Exception) -> Reference?
    typealias SetOption = @convention(c) (UnsafePointer<CChar>?, Int32) -> Int32
    typealias Evaluate =
        @convention(c) (Reference?, Reference?, Reference?, Reference?, Int32, Exception) -> Reference?
    typealias Call =
        @convention(c) (Reference?, Reference?, Reference?, Int, UnsafePointer<Reference?>?, Exception) -> Reference?

    let createContext: Create
    let releaseContext: Release
    let createString: CreateString
    let releaseString: Release
    let maximumSize: Size
    let copyUTF8: CopyUTF8
    let makeString: MakeString
    let copyString: CopyString
    let evaluate: Evaluate
    let call: Call

    /// Whether the engine has been told to leave out its third compiler, which takes longer than it saves on a thousand
    /// formulas.
    private static let hasOptions = Mutex(false)
    private static let library = "libjavascriptcoregtk-4.1.so.0"

    /// Bytes of addresses that the engine reserves; with fewer it ends the process without a word.
    private static let addresses = 9 << 30

    private static var hasRoom: Bool {
        let room = mmap(nil, addresses, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
        guard let room, room != MAP_FAILED else { return false }
        munmap(room, addresses)
        return true
    }

    /// - Throws: `ReportError.missingJavaScriptCore` when the library is not installed, `ReportError.scriptFailed` where the
    ///   process may not have as many addresses as it needs.
    init() throws(ReportError) {
        guard Self.hasRoom else {
            throw .scriptFailed(
                "the process may not reserve \(Self.addresses >> 30) GB of addresses. Allow it: ulimit -v unlimited")
        }
        guard let library = dlopen(Self.library, RTLD_LAZY | RTLD_LOCAL) else {
            throw .missingJavaScriptCore(Self.library)
        }
        func find<Function>(_ name: String, as type: Function.Type) throws(ReportError) -> Function {
            guard let symbol = dlsym(library, name) else { throw .missingJavaScriptCore("\(Self.library): \(name)") }
            return unsafeBitCast(symbol, to: type)
        }
        let setOption = try find("jsc_options_set_boolean", as: SetOption.self)
        // Options can be set before the first context alone.
        Self.hasOptions.withLock { hasOptions in
            if !hasOptions { _ = setOption("useFTLJIT", 0) }
            hasOptions = true
        }
        createContext = try find("JSGlobalContextCreate", as: Create.self)
        releaseContext = try find("JSGlobalContextRelease", as: Release.self)
        createString = try find("JSStringCreateWithUTF8CString", as: CreateString.self)
        releaseString = try find("JSStringRelease", as: Release.self)
        maximumSize = try find("JSStringGetMaximumUTF8CStringSize", as: Size.self)
        copyUTF8 = try find("JSStringGetUTF8CString", as: CopyUTF8.self)
        makeString = try find("JSValueMakeString", as: MakeString.self)
        copyString = try find("JSValueToStringCopy", as: CopyString.self)
        evaluate = try find("JSEvaluateScript", as: Evaluate.self)
        call = try find("JSObjectCallAsFunction", as: Call.self)
    }
}
