// Judges rendered manifests by the code of those who will read them: Kubernetes' own evaluator of Pod Security at
// "restricted", and the types of KEDA, the Prometheus operator and the Gateway API, where an unknown field is an
// error. Reads YAML files named as arguments; prints one line a finding; ends with 1 when there is one.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	keda "github.com/kedacore/keda/v2/apis/keda/v1alpha1"
	monitoring "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1"
	appsv1 "k8s.io/api/apps/v1"
	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/yaml"
	podsecurity "k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
	gateway "sigs.k8s.io/gateway-api/apis/v1"
	strict "sigs.k8s.io/yaml"
)

type head struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata"`
}

var evaluator policy.Evaluator
var findings, pods, customs int

func main() {
	var err error
	if evaluator, err = policy.NewEvaluator(policy.DefaultChecks()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	for _, path := range os.Args[1:] {
		text, err := os.ReadFile(path)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		judgeFile(path, text)
	}
	fmt.Printf("%d pods judged as restricted, %d custom resources read strictly, %d findings\n", pods, customs, findings)
	if findings > 0 {
		os.Exit(1)
	}
}

func judgeFile(path string, text []byte) {
	reader := yaml.NewYAMLReader(bufio.NewReader(bytes.NewReader(text)))
	for {
		one, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			find(path, "", err.Error())
			return
		}
		var who head
		if strict.Unmarshal(one, &who) != nil || who.Kind == "" {
			continue
		}
		judge(path, who, one)
	}
}

func judge(path string, who head, one []byte) {
	name := who.Kind + "/" + who.Name
	switch who.Kind {
	case "Deployment":
		var it appsv1.Deployment
		if read(path, name, one, &it) {
			judgePod(path, name, &it.Spec.Template.ObjectMeta, &it.Spec.Template.Spec)
		}
	case "Job":
		var it batchv1.Job
		if read(path, name, one, &it) {
			judgePod(path, name, &it.Spec.Template.ObjectMeta, &it.Spec.Template.Spec)
		}
	case "Pod":
		var it corev1.Pod
		if read(path, name, one, &it) {
			judgePod(path, name, &it.ObjectMeta, &it.Spec)
		}
	case "ScaledObject":
		custom(path, name, one, &keda.ScaledObject{})
	case "TriggerAuthentication":
		custom(path, name, one, &keda.TriggerAuthentication{})
	case "ServiceMonitor":
		custom(path, name, one, &monitoring.ServiceMonitor{})
	case "PrometheusRule":
		custom(path, name, one, &monitoring.PrometheusRule{})
	case "HTTPRoute":
		custom(path, name, one, &gateway.HTTPRoute{})
	}
}

func judgePod(path, name string, meta *metav1.ObjectMeta, spec *corev1.PodSpec) {
	pods++
	level := podsecurity.LevelVersion{Level: podsecurity.LevelRestricted, Version: podsecurity.LatestVersion()}
	for _, result := range evaluator.EvaluatePod(level, meta, spec) {
		if !result.Allowed {
			find(path, name, result.ForbiddenReason+": "+result.ForbiddenDetail)
		}
	}
}

func custom(path, name string, one []byte, into any) {
	customs++
	read(path, name, one, into)
}

func read(path, name string, one []byte, into any) bool {
	if err := strict.UnmarshalStrict(one, into, strict.DisallowUnknownFields); err != nil {
		find(path, name, err.Error())
		return false
	}
	return true
}

func find(path, name, what string) {
	findings++
	fmt.Printf("%s: %s: %s\n", path, name, what)
}
