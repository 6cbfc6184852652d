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
        return new ProofPlan(
                "1",
                TestKind.INTEGRATION,
                methods,
                Arrays.stream(tests).map(Class::getName).toList(),
                Duration.ofMinutes(5),
                Shard.ALL,
                Set.of());
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
