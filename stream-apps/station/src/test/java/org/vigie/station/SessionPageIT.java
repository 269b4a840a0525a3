package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
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

    @Test
    void aBedThatNobodyClosesIsDrawnAgainByItselfAndKeepsNoSessionFromItsLock() {
        // given
        page.clock().install();
        page.reload();
        trendAfter(() -> page.click("[data-bed='REA/01'] .bed-name"));
        movable.move(Duration.ofMinutes(10));
        assertThat(trend().status()).isEqualTo(200);

        // when
        movable.move(Duration.ofMinutes(6));

        // then
        assertThat(trend().status()).isEqualTo(403);
        PlaywrightAssertions.assertThat(page.locator("#bed-dialog .charts"))
                .containsText("Poste verrouillé : les tendances sont montrées après le code PIN.");
    }

    /** Lets the page ask for the trends again, as it does each five seconds. */
    private Response trend() {
        return trendAfter(() -> page.clock().fastForward(Duration.ofSeconds(6).toMillis()));
    }

    /** Waits for the answer to this request, so that no later wait takes it for its own. */
    private Response trendAfter(Runnable asking) {
        return page.waitForResponse(answer -> answer.url().contains("/trend"), asking);
    }
}
