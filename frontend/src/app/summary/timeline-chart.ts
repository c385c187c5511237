import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartOptions,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
} from 'chart.js';

Chart.register(BarController, BarElement, LineController, LineElement, PointElement, CategoryScale, LinearScale, Tooltip);

export type TimelineChart = Chart<'bar' | 'line'>;

export interface Inks {
  claims: string;
  comments: string;
  line: string;
}

export interface LabelledBucket {
  label: string;
  claims: number;
  comments: number;
}

/** Claims as bars and comments as a thin line before them, on one scale; still, because nothing here is going on. */
export function drawTimeline(canvas: HTMLCanvasElement, buckets: readonly LabelledBucket[], inks: Inks): TimelineChart {
  return new Chart<'bar' | 'line'>(canvas, {
    type: 'bar',
    data: {
      labels: buckets.map(({ label }) => label),
      datasets: [
        {
          type: 'bar',
          label: 'Claims',
          data: buckets.map(({ claims }) => claims),
          order: 2,
          categoryPercentage: 1,
          barPercentage: 0.85,
          maxBarThickness: 40,
          backgroundColor: inks.claims,
        },
        {
          type: 'line',
          label: 'Comments',
          data: buckets.map(({ comments }) => comments),
          order: 1,
          borderWidth: 1.5,
          pointRadius: buckets.length > 1 ? 0 : 3,
          borderColor: inks.comments,
          backgroundColor: inks.comments,
        },
      ],
    },
    options: optionsOf(inks),
  });
}

function optionsOf({ comments, line }: Inks): ChartOptions<'bar' | 'line'> {
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    interaction: { mode: 'index', intersect: false },
    plugins: { legend: { display: false } },
    scales: {
      x: { grid: { display: false }, border: { color: line }, ticks: { color: comments, maxRotation: 0, autoSkipPadding: 16 } },
      y: {
        beginAtZero: true,
        border: { display: false },
        grid: { color: line },
        ticks: { color: comments, precision: 0, maxTicksLimit: 5 },
      },
    },
  };
}
