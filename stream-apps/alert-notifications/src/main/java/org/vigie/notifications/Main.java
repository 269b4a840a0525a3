package org.vigie.notifications;

import java.nio.file.Path;
import java.util.Arrays;
import org.vigie.configuration.Configuration;
import org.vigie.runtime.Lifecycle;

/** Runs the notifications alone: {@code Main [configuration.yaml]}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        var file = Arrays.stream(args).findFirst().map(Path::of);
        NotificationsConfig config = Configuration.load(file, NotificationsConfig.class, System.getenv());
        Lifecycle.runUntilStopped(Notifications.start(config));
    }
}
