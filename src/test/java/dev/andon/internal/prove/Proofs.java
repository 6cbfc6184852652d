package dev.andon.internal.prove;

import dev.andon.TestKind;
import dev.andon.internal.formats.FaultedMethod;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.formats.Shard;
import dev.andon.internal.formats.TestProof;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Proves the tests of fixtures. */
final class Proofs {

    private Proofs() {}

    /** Proves tests of a service in a JVM of its own, with faults in all of its public methods. */
    static TestProof prove(Path output, Class<?> service, Class<?>... tests) {
        return TestProver.prove(plan(service, tests), ProofEnvironment.ofThisJvm(output), ProofProgress.NONE);
    }

    /** Proves tests of services that inherit all that they do. */
    static TestProof proveInherited(Path output, List<Class<?>> services, Class<?>... tests) {
        List<FaultedMethod> methods = new ArrayList<>();
        services.forEach(service -> addMethods(service.getSuperclass(), service, methods));
        return TestProver.prove(plan(methods, tests), ProofEnvironment.ofThisJvm(output), ProofProgress.NONE);
    }

    /**
     * Proves tests of a service, none of which is on the class path of this JVM.
     *
     * @param more what is added to the class path
     * @param methods the methods that get faults: name and descriptor, such as {@code read(J)V}
     */
    static TestProof prove(Path output, List<Path> more, String service, List<String> methods, String... tests) {
        return prove(
                output, more, methods.stream().map(one -> method(service, one)).toList(), tests);
    }

    /** Proves tests with faults in these methods, none of which is on the class path of this JVM. */
    static TestProof prove(Path output, List<Path> more, List<FaultedMethod> methods, String... tests) {
        ProofEnvironment here = ProofEnvironment.ofThisJvm(output);
        List<Path> classPath = new ArrayList<>(more);
        classPath.addAll(here.classPath());
        ProofEnvironment there = new ProofEnvironment(
                here.java(),
                classPath,
                here.jvmArguments(),
                here.workingFolder(),
                here.properties(),
                here.environment(),
                output);
        return TestProver.prove(plan(methods, List.of(tests)), there, ProofProgress.NONE);
    }

    private static FaultedMethod method(String service, String method) {
        int parameters = method.indexOf('(');
        String name = method.substring(0, parameters);
        return new FaultedMethod(service, name, method.substring(parameters), "", 1, "GET /" + name, service, "shop");
    }

    static ProofPlan plan(Class<?> service, Class<?>... tests) {
        List<FaultedMethod> methods = new ArrayList<>();
        addMethods(service, service, methods);
        return plan(methods, tests);
    }

    private static void addMethods(Class<?> declaring, Class<?> service, List<FaultedMethod> methods) {
        Arrays.stream(declaring.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .sorted(Comparator.comparing(Method::toString))
                .forEach(method -> methods.add(method(declaring, method, service)));
    }

    private static ProofPlan plan(List<FaultedMethod> methods, Class<?>... tests) {
        return plan(methods, Arrays.stream(tests).map(Class::getName).toList());
    }

    private static ProofPlan plan(List<FaultedMethod> methods, List<String> tests) {
        return new ProofPlan("1", TestKind.INTEGRATION, methods, tests, Duration.ofMinutes(5), Shard.ALL, Set.of());
    }

    private static FaultedMethod method(Class<?> declaring, Method method, Class<?> service) {
        return new FaultedMethod(
                declaring.getName(),
                method.getName(),
                MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                        .descriptorString(),
                declaring.getSimpleName() + ".java",
                1,
                "GET /" + method.getName(),
                service.getName(),
                "shop");
    }

    /** The verdicts by method and fault, such as {@code find throws}. */
    static Map<String, MethodFaultResult.Verdict> verdicts(TestProof proof) {
        Map<String, MethodFaultResult.Verdict> verdicts = new TreeMap<>();
        proof.faults()
                .forEach(fault -> verdicts.put(
                        fault.method().method() + " " + fault.fault().name(), fault.verdict()));
        return verdicts;
    }
}
