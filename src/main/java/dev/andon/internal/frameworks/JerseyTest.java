package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.Optional;
import java.util.Set;

/** Jersey's configurations, and its test framework, which starts one in a container. */
final class JerseyTest implements Framework {

    private static final String TEST = "org.glassfish.jersey.test.";
    private static final Set<String> REGISTERING = Set.of("<init>", "register", "registerClasses", "registerInstances");

    /** The container alone says nothing, since other libraries run their tests in it too. */
    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        if (test.names(TEST + "JerseyTest").isEmpty()) {
            return Optional.empty();
        }
        boolean own = test.calls().stream().anyMatch(this::setsUpControllers);
        return Optional.of(own ? TestSetup.ownServer("JerseyTest") : TestSetup.applicationBy(TEST + "JerseyTest"));
    }

    @Override
    public boolean setsUpControllers(Call call) {
        return call.owner().equals("org.glassfish.jersey.server.ResourceConfig") && REGISTERING.contains(call.name());
    }
}
