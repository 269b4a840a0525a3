package org.vigie.platform.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.MustacheException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTemplateTest {
    private final ReportTemplate stays = new ReportTemplate(ReportTemplateTest.class, "stays");

    private record StaysPage(String title, ReportTable stays) {}

    @Test
    void aReportIsAPageWithTheSharedStyleSheetAndTable() {
        // when
        String page = stays.render(
                new StaysPage("Stays", new ReportTable(List.of("", "days"), List.of(List.of("A1", "3.5")))));
        // then
        assertThat(page)
                .startsWith("<!DOCTYPE html>\n")
                .contains("<title>Stays</title>", "<h1>Stays</h1>", "border-collapse")
                .contains("<th></th><th>days</th>", "<tr><td>A1</td><td>3.5</td></tr>")
                .endsWith("<p>End.</p>\n</body></html>\n")
                .doesNotContain("{{", "http:", "https:");
    }

    @Test
    void textIsEscaped() {
        // when
        String page = stays.render(new StaysPage("spo2_<low> & \"hr\"", new ReportTable(List.of(), List.of())));
        // then
        assertThat(page)
                .contains("<h1>spo2_&lt;low&gt; &amp; &quot;hr&quot;</h1>")
                .doesNotContain("<low>");
    }

    @Test
    void aNameThatTheModelLacksIsAnError() {
        assertThatThrownBy(() -> stays.render(Map.of("title", "Stays")))
                .isInstanceOf(MustacheException.Context.class)
                .hasMessageContaining("stays");
    }

    @Test
    void aTemplateThatIsNowhereIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportTemplate(ReportTemplateTest.class, "bed"))
                .withMessage(
                        "bed.mustache is neither beside org.vigie.platform.report.ReportTemplateTest nor beside org.vigie.platform.report.ReportTemplate");
    }

    @Test
    void aTableRefusesARowOfAnotherLengthThanTheHead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportTable(List.of("", "days"), List.of(List.of("A1"))))
                .withMessage("A row must have 2 cells as the head [, days], was [A1]");
    }
}
