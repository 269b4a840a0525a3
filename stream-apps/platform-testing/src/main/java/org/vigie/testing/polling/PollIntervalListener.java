package org.vigie.testing.polling;

import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Gives all waits of a JVM the {@link GrowingPollInterval}. JUnit finds it on the class path. */
public final class PollIntervalListener implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultPollInterval(new GrowingPollInterval());
    }
}
