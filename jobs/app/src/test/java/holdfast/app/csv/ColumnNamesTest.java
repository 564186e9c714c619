package holdfast.app.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer=client_no,time=when,event=what",
                "customer=client_no,time=ts:seconds,event=what,amount=price",
                "customer=Kunde Nr,time=Datum:dmy,event=Was,amount=Betrag:comma"
            })
    void writesWhatItReads(String text) {
        assertThat(ColumnNames.parse(text).text()).isEqualTo(text);
    }

    @Test
    void keepsTheCommonNameOfWhatIsNotNamed() {
        ColumnNames names = ColumnNames.parse("time=ts:millis,attributes=more");

        assertThat(names.customer()).isEqualTo("customer_id");
        assertThat(names.timeForm()).isEqualTo(TimeForm.MILLIS);
        assertThat(names.amountNeeded()).isFalse();
    }

    @Test
    void keepsAColonThatIsNoForm() {
        assertThat(ColumnNames.parse("time=utc:time").time()).isEqualTo("utc:time");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> ColumnNames.parse("custmer=a"))
                .hasMessageContaining("\"custmer\"; did you mean \"customer\"?");
        assertThatThrownBy(() -> ColumnNames.parse("customer"))
                .hasMessageContaining("as in customer=NAME");
        assertThatThrownBy(() -> ColumnNames.parse("time=a,time=b"))
                .hasMessageContaining("names time twice");
    }
}
