package org.vigie.local;

import java.time.Instant;
import java.util.Arrays;
import org.vigie.platform.command.CommandRunner;

/** Runs {@code ./vigie demo} until an instant, however long the start took. The instant is the last argument. */
final class TimedDemo {
    private TimedDemo() {}

    public static void main(String[] arguments) {
        int options = arguments.length - 1;
        Instant end = Instant.parse(arguments[options]);
        var demo = new DemoCommand();
        demo.end = live -> live.isBefore(end) ? end : live;
        System.exit(CommandRunner.run(demo, Arrays.copyOf(arguments, options)));
    }
}
