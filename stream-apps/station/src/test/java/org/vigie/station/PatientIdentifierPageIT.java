package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests who may see the two identifiers of a patient on the page: that of the person and that of the stay. */
class PatientIdentifierPageIT extends PageInBrowser {
    private static final String TILE = "[data-bed='REA/01'] ";
    private static final String WARD = "() => fetch('api/ward').then((answer) => answer.text())";

    @BeforeEach
    void aPatientLiesInTheBed() {
        hr(82);
        shows(HR, "82");
    }

    @Test
    void aNurseOfTheUnitSeesBothOnTheTileTheBedAndTheSheet() {
        PlaywrightAssertions.assertThat(page.locator(TILE + ".who")).hasAttribute("title", Pattern.compile("P-s1.*"));
        page.click(TILE + ".bed-name");
        contains("#bed-dialog .person", "P-s1");
        contains("#bed-dialog .person", "Séjour s1");
        page.navigate(pages.address() + "handover.html");
        contains("#sheet [data-bed='REA/01']", "P-s1");
        contains("#sheet [data-bed='REA/01']", "s1");
    }

    @Test
    void aWallScreenSeesTheNumbersAndNeitherIdentifier() {
        // when
        takeScreen("MUR");
        hr(90);

        // then
        shows(HR, "90");
        PlaywrightAssertions.assertThat(page.locator(TILE + ".who"))
                .not()
                .hasAttribute("title", Pattern.compile(".*P-s1.*"));
        assertThat((String) page.evaluate(WARD)).contains("REA/01").doesNotContain("P-s1");
        page.click(TILE + ".bed-name");
        contains("#bed-dialog .person", "identité masquée sur cet écran");
        PlaywrightAssertions.assertThat(page.locator("#bed-dialog .person"))
                .not()
                .containsText("s1");
        assertNoBarrier("a masked patient");
        page.keyboard().press("Escape");

        // when: a nurse takes the screen
        takeScreen("AB");
        // then
        PlaywrightAssertions.assertThat(page.locator(TILE + ".who")).hasAttribute("title", Pattern.compile("P-s1.*"));
    }

    @Test
    void aNurseOfAnotherUnitGetsNothingOfThePatient() {
        // when
        takeScreen("GH");

        // then
        PlaywrightAssertions.assertThat(page.locator(TILE)).hasCount(0);
        assertThat((String) page.evaluate(WARD)).doesNotContain("P-s1");
        page.navigate(pages.address() + "handover.html");
        contains("#sheet", "Feuille indisponible");
        PlaywrightAssertions.assertThat(page.locator("body")).not().containsText("P-s1");
    }
}
