package holdfast.flink.wire;

import static holdfast.flink.wire.TestingWire.NOW;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Orders of a shop that registers schemas of its own. */
final class TestingOrders {
    /** As a shop of today would register it: nested, with unions, logical types and more. */
    static final String SCHEMA =
            """
            {'type':'record','name':'Order','namespace':'shop.v3','fields':[
              {'name':'trace','type':{'type':'map','values':['null','string','bytes']}},
              {'name':'userId','type':['null','string','long']},
              {'name':'event','type':{'type':'enum','name':'What','symbols':['Seen','Order']}},
              {'name':'timestamp','type':{'type':'long','logicalType':'timestamp-micros'}},
              {'name':'messageId','type':['null',{'type':'string','logicalType':'uuid'}]},
              {'name':'lines','type':{'type':'array','items':{'type':'record','name':'Line',
                'fields':[{'name':'sku','type':'string'},{'name':'total','type':'double'}]}}},
              {'name':'first','type':'Line'},
              {'name':'properties','type':['null',{'type':'record','name':'Facts','fields':[
                {'name':'weight','type':'float'},
                {'name':'gift','type':'boolean'},
                {'name':'total','type':['null',
                  {'type':'bytes','logicalType':'decimal','precision':12,'scale':3}]},
                {'name':'currency','type':['null','string']},
                {'name':'refers_to_time','type':['null',{'type':'int','logicalType':'date'}]}]}]}
            ]}""";

    private TestingOrders() {}

    /** A sound record of {@link #SCHEMA}. */
    static GenericRecord order(Schema schema) {
        GenericRecord line = new GenericData.Record(schema.getField("first").schema());
        line.put("sku", "s-1");
        line.put("total", 99.0);
        GenericRecord facts =
                new GenericData.Record(schema.getField("properties").schema().getTypes().get(1));
        facts.put("weight", 0.5f);
        facts.put("gift", true);
        facts.put("total", ByteBuffer.wrap(BigInteger.valueOf(12_346).toByteArray()));
        facts.put("currency", "EUR");
        facts.put("refers_to_time", (int) ((NOW - 36 * 3_600_000) / 86_400_000));
        GenericRecord order = new GenericData.Record(schema);
        order.put("trace", Map.of("a", "b"));
        order.put("userId", "c1");
        order.put("event", new GenericData.EnumSymbol(schema.getField("event").schema(), "Order"));
        order.put("timestamp", (NOW - 1_000) * 1_000 + 999);
        order.put("messageId", "5b2c5d2e-0000-4000-8000-000000000001");
        order.put("lines", List.of(line, line));
        order.put("first", line);
        order.put("properties", facts);
        return order;
    }
}
