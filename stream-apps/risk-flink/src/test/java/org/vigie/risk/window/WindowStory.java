package org.vigie.risk.window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tells the readings of one bed to a step window of its own for each test. */
abstract class WindowStory {
    final BedStory bed = new WardStory().bed("REA/01", "stay-1");
    WindowHarness ward;

    @BeforeEach
    void start() throws Exception {
        ward = new WindowHarness();
    }

    @AfterEach
    void stop() throws Exception {
        ward.close();
    }
}
