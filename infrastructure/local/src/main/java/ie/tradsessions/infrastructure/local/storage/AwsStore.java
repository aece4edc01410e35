package ie.tradsessions.infrastructure.local.storage;

import ie.tradsessions.adapters.dynamodb.DynamoStorage;
import ie.tradsessions.adapters.dynamodb.table.Meter;
import ie.tradsessions.adapters.dynamodb.table.RetryPolicy;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StoredAggregate;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** A table on AWS, reached with the region and the credentials that the AWS tools use. */
final class AwsStore implements Store {
    private final DynamoDbClient client;
    private final Table table;
    private final String region;
    private final byte[] cursorKey;

    private AwsStore(DynamoDbClient client, String name, Region region, byte[] cursorKey) {
        this.client = client;
        this.region = region.id();
        this.cursorKey = cursorKey;
        table = new Table(client, name, Meter.NONE);
    }

    /** @throws UnusableStore if it is not there, or may not be reached */
    static AwsStore open(String name, Path folder) throws UnusableStore {
        byte[] cursorKey = CursorKey.of(folder);
        Region region = usualRegion();
        DynamoDbClient client = DynamoDbClient.builder()
                .region(region)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(RetryPolicy.DEFAULT.clientSettings())
                .build();
        boolean open = false;
        try {
            client.describeTable(request -> request.tableName(name));
            open = true;
            return new AwsStore(client, name, region, cursorKey);
        } catch (ResourceNotFoundException e) {
            throw new UnusableStore("table " + name + ": there is no such table in " + region + " in this account");
        } catch (SdkClientException e) {
            throw new UnusableStore(
                    isOfCredentials(e)
                            ? "AWS credentials are missing: set AWS_PROFILE, or sign in as the AWS tools want it"
                            : "table " + name + ": DynamoDB in " + region + " cannot be reached from here");
        } catch (SdkException e) {
            throw new UnusableStore("table " + name + ": "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("no answer"));
        } finally {
            if (!open) {
                client.close();
            }
        }
    }

    private static Region usualRegion() throws UnusableStore {
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException e) {
            throw new UnusableStore("AWS region is missing: set AWS_REGION, or a region in the AWS profile");
        }
    }

    private static boolean isOfCredentials(SdkClientException e) {
        return String.valueOf(e.getMessage()).contains("credentials");
    }

    @Override
    public Storage ports(InstantSource clock, Consumer<StoredAggregate> saved) {
        return DynamoStorage.on(table, clock, saved);
    }

    @Override
    public byte[] cursorKey() {
        return cursorKey.clone();
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(table);
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public String place() {
        return "in table " + table.name() + " on AWS, " + region;
    }

    @Override
    public void close() {
        client.close();
    }
}
