package org.vigie.local;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.vigie.platform.command.CommandRunner;

/**
 * Runs {@code ./vigie demo} for the time of its option {@code --for}, and for longer where its test has not made a file by then: a test on a slow machine
 * has sent everything before the ward ends. The file is the last argument.
 */
final class AwaitedDemo {
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private AwaitedDemo() {}

    public static void main(String[] arguments) {
        int options = arguments.length - 1;
        Path file = Path.of(arguments[options]);
        var demo = new DemoCommand();
        UnaryOperator<Instant> usual = demo.end;
        demo.end = live -> end(usual.apply(live), file);
        System.exit(CommandRunner.run(demo, Arrays.copyOf(arguments, options)));
    }

    private static Instant end(Instant usual, Path file) {
        await().atMost(PATIENCE).until(() -> Files.exists(file));
        Instant soon = Instant.now().plusSeconds(1);
        return usual.isAfter(soon) ? usual : soon;
    }
}
