package org.vigie.notifications;

import java.nio.file.Path;
import java.util.Arrays;
import org.vigie.access.audit.StartAudit;
import org.vigie.notifications.config.NotificationsConfig;
import org.vigie.platform.app.AppLifecycle;
import org.vigie.platform.config.ConfigLoader;

/** Runs the notifications alone: {@code Main [configuration.yaml]}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        var file = Arrays.stream(args).findFirst().map(Path::of);
        NotificationsConfig config = ConfigLoader.load(file, NotificationsConfig.class, System.getenv());
        new StartAudit(config.kafka(), "alert-notifications").started(config);
        AppLifecycle.runUntilStopped(AlertNotifications.start(config), config.monitoring());
    }
}
