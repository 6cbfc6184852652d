package dev.andon.internal.frameworks;

import java.util.List;

/** Code that workflow engines and command buses call: Temporal, Cadence, Camunda, Flowable, Conductor, Axon, Eventuate. */
final class WorkflowWorkers implements Framework {

    @Override
    public List<EntryPointSign> entryPointSigns() {
        return List.of(
                EntryPointSign.annotation("io\\.temporal\\.(?:workflow\\.Workflow|activity\\.Activity)Interface"),
                EntryPointSign.annotation("io\\.temporal\\.spring\\.boot\\.\\w+Impl"),
                EntryPointSign.annotation("com\\.uber\\.cadence\\.(?:workflow|activity)\\.\\w+Method"),
                EntryPointSign.annotation("io\\.camunda\\..*(?:JobWorker|ZeebeWorker)"),
                EntryPointSign.type("io\\.camunda\\..*JobHandler", "Camunda job worker"),
                EntryPointSign.annotation("org\\.camunda\\.bpm\\.client\\..*ExternalTaskSubscription"),
                EntryPointSign.type(
                        "org\\.camunda\\.bpm\\.client\\.task\\.ExternalTaskHandler"
                                + "|org\\.(?:camunda\\.bpm|flowable|activiti)\\..*(?:JavaDelegate|ActivityBehavior)",
                        "task of a workflow"),
                EntryPointSign.annotation("com\\.netflix\\.conductor\\..*WorkerTask"),
                EntryPointSign.type("com\\.netflix\\.conductor\\.client\\.worker\\.Worker", "Conductor worker"),
                EntryPointSign.annotation(
                        "org\\.axonframework\\..*(?:(?:Command|Query|Event|EventSourcing|SagaEvent|Deadline)Handler|Aggregate)"),
                EntryPointSign.annotation("io\\.eventuate\\..*(?:EventHandlerMethod|EventSubscriber)"),
                EntryPointSign.annotation("org\\.apache\\.camel\\.Consume"),
                EntryPointSign.type("org\\.apache\\.camel\\..*RouteBuilder", "Camel routes"));
    }
}
