package org.vigie.station;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;

/** Tests the part of the page that names its user. */
class SessionPageIT extends PageInBrowser {
    private static final String ASK =
            "() => import(new URL('js/session.js', location.href)).then((session) => session.askSession())";

    @Test
    void aClickDuringWhichThePageAsksForItsSessionOpensTheDialog() {
        // given
        page.hover("#change-user");
        page.mouse().down();

        // when
        page.evaluate(ASK);
        page.mouse().up();

        // then
        PlaywrightAssertions.assertThat(page.locator("#next-user")).isVisible();
    }
}
