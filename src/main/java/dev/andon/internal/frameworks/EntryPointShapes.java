package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.text.ClassNames;
import java.util.regex.Pattern;

/**
 * The shapes that names of libraries have where something outside calls the code: the word for it is nearly always one of a
 * few. Names whose words say that the call comes from inside (errors, events of the application, conversions) have no such
 * shape, nor have libraries that only support services.
 */
final class EntryPointShapes {

    private static final Pattern ANNOTATION = Pattern.compile(
            "\\w*(?:Listeners?|Handler|Endpoint|Controller|Consumer|Subscriber|Servlet|Routes?|Router|Scheduled|Worker"
                    + "|Trigger|Receiver|Incoming|FunctionName|(?:Rpc|Dubbo|Web|Remote|Thrift)Service)"
                    + "|Subscribe|\\w+Mapping|GET|POST|PUT|DELETE|PATCH");
    private static final Pattern TYPE = Pattern.compile(
            "\\w*(?:Listener|Handler|Endpoint|Controller|Consumer|Subscriber|Servlet|Verticle|RouteBuilder|Job|Worker|Actor"
                    + "|(?:Web|Http|Rpc)Service|Function|Receiver|ServerResource|Bot)");
    private static final Pattern INSIDE = Pattern.compile(
            "\\w*(?:Exception|Error|Failure|Success|Denied|Log|Event|Application|Context|Session|Rebalance|Execution|Entity"
                    + "|Retry|Observation|Type|Object|Bean|Chunk|Step|Item|Skip|Transaction|Lifecycle|Startup|Shutdown|Change"
                    + "|Progress|State|Connection|Content|Result|Response|Argument|Return|Attribute|Invocation|Parse|Sax"
                    + "|Timeout|Row|Callback|Cache|Audit|Persist|Tenant|Reject|Uncaught|Leader|Token|Authenticat|Authoriz"
                    + "|Client|Refresh|Config|Property|Document|Delete|Load|Save|Insert|Update|Phase|Column|Value"
                    + "|RequestListener)\\w*");
    private static final Pattern SUPPORT = Pattern.compile("(?:"
            + String.join(
                    "|",
                    "java\\.|jdk\\.|kotlinx?\\.|scala\\.|groovy\\.|lombok\\.",
                    "org\\.springframework\\.(?:context|beans|core|util|data|security|batch|transaction|retry|cache|boot"
                            + "|validation|http|web\\.(?:client|method|filter|util|servlet\\.(?:mvc\\.method|config|i18n)))\\.",
                    "(?:jakarta|javax)\\.(?:persistence|annotation|validation|inject|transaction|security)\\.",
                    "org\\.(?:hibernate|junit|mockito|mapstruct|aspectj|antlr|xml|slf4j|reactivestreams|flywaydb)\\.",
                    "org\\.apache\\.(?:ibatis|commons|logging|http|hc)\\.",
                    "com\\.(?:baomidou|fasterxml|google\\.(?:common|gson|protobuf|inject))\\.",
                    "ch\\.qos\\.|io\\.(?:micrometer|swagger|reactivex|github\\.resilience4j)\\.|reactor\\.|rx\\.|liquibase\\.",
                    "okhttp3\\.|retrofit2\\.|feign\\.|dev\\.andon\\.")
            + ").*");

    private static final Pattern REGISTERING = Pattern.compile(
            "get|post|put|delete|patch|head|options|GET|POST|PUT|DELETE|PATCH|any|all|route|path|handler?|service|addService"
                    + "|endpoint|ws|webSocket|createContext|addServlet|addHandler|register|subscribe|consume|listen|on"
                    + "|basicConsume|setMessageListener|addMessageListener|addPrefixPath|addExactPath");
    private static final Pattern GIVEN_HANDLER = Pattern.compile(
            ".*L[\\w/$]*?(?:Handler|Route|Controller|Servlet|HttpService|Endpoint|Listener|Consumer|DeliverCallback|Action);.*");

    private EntryPointShapes() {}

    static boolean isAnnotation(String name) {
        return hasShape(ANNOTATION, name);
    }

    static boolean isType(String name) {
        return hasShape(TYPE, name);
    }

    /** {@code server.get("/x", handler)}: a name, and an object of the library's own that is called for it. */
    static boolean isRegistration(Call call) {
        String parameters = call.descriptor().substring(0, call.descriptor().indexOf(')'));
        return REGISTERING.matcher(call.name()).matches()
                && parameters.contains("Ljava/lang/String;")
                && GIVEN_HANDLER
                        .matcher(parameters.replaceAll("Ljava/[^;]*;", ""))
                        .matches()
                && mayRegister(call.owner());
    }

    /** Returns whether a call of the class may be a registration. */
    static boolean mayRegister(String owner) {
        return !SUPPORT.matcher(owner).matches();
    }

    private static boolean hasShape(Pattern shape, String name) {
        String simpleName = ClassNames.simpleName(name);
        return !SUPPORT.matcher(name).matches()
                && shape.matcher(simpleName).matches()
                && !INSIDE.matcher(simpleName).matches();
    }
}
