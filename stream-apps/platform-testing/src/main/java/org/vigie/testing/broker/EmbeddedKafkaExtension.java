package org.vigie.testing.broker;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a {@link KafkaTestNamespace} on one broker and registry.
 *
 * <p>The first test that asks for a namespace starts the broker. JUnit closes it after the last test class of the JVM. A test that stops its
 * broker needs one of its own.
 */
public final class EmbeddedKafkaExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace STORE =
            ExtensionContext.Namespace.create(EmbeddedKafkaExtension.class);
    private static final AtomicInteger TESTS = new AtomicInteger();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == KafkaTestNamespace.class;
    }

    @Override
    public KafkaTestNamespace resolveParameter(ParameterContext parameter, ExtensionContext test) {
        TemporaryKafka temporary = test.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, STORE)
                .computeIfAbsent(TemporaryKafka.class, key -> TemporaryKafka.start(), TemporaryKafka.class);
        return new KafkaTestNamespace(temporary.kafka(), "test" + TESTS.incrementAndGet());
    }
}
